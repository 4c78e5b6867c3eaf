#pragma once

#include <filesystem>
#include <vector>

namespace retailor::command_line {

// The model folders of the user's preferences ("models/folders"), as the window keeps them: read from its settings file without Qt. Empty
// where there is none.
std::vector<std::filesystem::path> preferredModelFolders();

}  // namespace retailor::command_line
