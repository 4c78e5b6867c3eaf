#pragma once

#include <filesystem>
#include <string>

namespace retailor::weights {

// What a model's folder says of its licence: the "license" of its README.md's front matter, else the name of a licence file in it. Empty
// where it says nothing.
std::string licenceOf(const std::filesystem::path& modelFolder);

}  // namespace retailor::weights
