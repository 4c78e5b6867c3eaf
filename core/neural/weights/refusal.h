#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/failure.h"

namespace retailor::weights {

// The words this room says to the user.

// A name out of a file, fit for a sentence: UTF-8 whatever the file holds, cut after 80 bytes, control characters replaced.
std::string shown(std::string_view name);
std::string quoted(const std::filesystem::path& path);

// "“x” was refused: <why>. Download it again, …": a file that is there, but that is not what it should be. `why` ends without a full stop.
Failure refused(const std::filesystem::path& file, const std::string& why);

// Whether a failure is one of those, and not of a file that is missing.
bool saysRefused(const Failure& failure);

// A file that is not there. `advice` is a sentence.
Failure missing(const std::filesystem::path& file, const std::string& advice);

}  // namespace retailor::weights
