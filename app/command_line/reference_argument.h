#pragma once

#include <filesystem>
#include <optional>
#include <string>

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
};

// REGION=FILE[,mask=FILE][,at=x:y:w:h[:degrees]][,weight=W], the parts after FILE in any order. A comma or an equals sign belongs to a
// file's name unless it makes up one of those keys.
Result<ReferenceArgument> parseReference(const std::string& text);

}  // namespace retailor::command_line
