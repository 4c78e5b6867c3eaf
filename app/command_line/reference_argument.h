#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/completion/completion_settings.h"
#include "core/completion/tagged_reference.h"
#include "core/result.h"

namespace retailor::command_line {

// What --reference names; nothing is read yet.
struct ReferenceArgument {
  completion::BodyRegion region = completion::BodyRegion::Anything;
  std::filesystem::path file;
  std::optional<std::filesystem::path> mask;
  std::optional<completion::Placement> placement;
  double weight = 1.0;
  std::optional<std::filesystem::path> fit;  // a fit's file, or automaticFit
};

inline constexpr const char* automaticFit = "auto";

// What --region names: a body region's key, or "in-front".
struct RegionArgument {
  std::string key;
  std::filesystem::path file;
};

// FILE[=SCALE]. What follows the last equals sign belongs to the file's name unless it is a number.
completion::LoraChoice parseLora(const std::string& text);

// KEY=FILE.
Result<RegionArgument> parseRegion(const std::string& text);

// REGION=FILE[,mask=FILE][,at=x:y:w:h[:degrees]][,fit=auto|FILE][,weight=W], the parts after FILE in any order. A comma or an equals sign
// belongs to a file's name unless it makes up one of those keys.
Result<ReferenceArgument> parseReference(const std::string& text);

}  // namespace retailor::command_line
