#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/house/source_file.h"

namespace retailor::house {

// One room as its CMake declaration (packaging/cmake/rooms.cmake) wrote it to rooms.txt:
// name | rooms it may include | outside libraries, in one or more columns.
struct Room {
  std::string name;
  std::set<std::string> mayInclude;
  std::set<std::string> libraries;
};

class RoomTable {
 public:
  static RoomTable parse(const std::string& text);

  const std::vector<Room>& rooms() const { return m_rooms; }

  // The innermost room that holds this path, "core/mask" for "core/mask/stroke.h".
  const Room* roomOf(const std::string& path) const;

 private:
  std::vector<Room> m_rooms;
};

// Which outside library an #include <...> belongs to: "opencv", "qtwidgets"; empty for the standard library and the system;
// nothing for one that nobody has named yet.
std::optional<std::string> outsideLibrary(const std::string& header, const std::string& qtFolder);

// Every #include that the table does not have, and every way by which a file reaches, through headers of other rooms, a library
// that its own room has not declared.
Findings forbiddenArrows(const RoomTable& table, const std::vector<SourceFile>& files, const std::string& qtFolder);

// Files that see both Qt and libtorch: Qt's macros collide with names in torch.
Findings filesWithQtAndTorch(const std::vector<SourceFile>& files, const std::string& qtFolder);

// Rows that loosen the three rules of the house, whatever the CMake files say.
Findings looseRows(const RoomTable& table);

}  // namespace retailor::house
