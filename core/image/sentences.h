#pragma once

#include <filesystem>
#include <string>

#include "core/image/geometry.h"
#include "core/image/read_photo.h"
#include "core/result.h"

namespace retailor::image {

// The words this room says to the user.

inline std::string quoted(const std::string& name) { return "“" + name + "”"; }
inline std::string quoted(const std::filesystem::path& file) { return quoted((file.has_filename() ? file.filename() : file).string()); }
inline std::string quotedWhole(const std::filesystem::path& path) { return quoted(path.string()); }

inline std::filesystem::path folderOf(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

Failure cutShort(const std::string& name);
Failure damaged(const std::string& name);
Failure notReadable(const std::string& name, const std::string& what);  // "“x.tif” <what>. Save it as …"
Failure tooLargeFor(const std::string& format, int maxSide);
Failure outOfMemory(const std::string& name);

// Holds a declared size against the budget; to be asked before the pixels are allocated.
Result<void> withinBudget(const std::string& name, Size declared, const ReadBudget& budget);

}  // namespace retailor::image
