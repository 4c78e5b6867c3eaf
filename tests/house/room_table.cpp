#include "tests/house/room_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <regex>
#include <sstream>

namespace retailor::house {
namespace {

struct Include {
  std::string header;
  bool ours = false;  // in quotes
  int line = 0;
};

std::set<std::string> words(const std::string& column) {
  static const std::regex word(R"([^\s;]+)");
  return {std::sregex_token_iterator(column.begin(), column.end(), word), std::sregex_token_iterator()};
}

Room roomIn(const std::string& row) {
  std::vector<std::string> columns;
  std::istringstream stream(row);
  for (std::string column; std::getline(stream, column, '|');) columns.push_back(column);
  columns.resize(std::max<std::size_t>(columns.size(), 2));
  Room room{columns[0], words(columns[1]), {}};
  for (const auto& column : columns | std::views::drop(2)) room.libraries.merge(words(column));
  return room;
}

// Read from the text, for the code has its strings blanked; the # must still be there in the code.
std::vector<Include> includesOf(const SourceFile& file) {
  static const std::regex directive(R"(#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> includes;
  for (std::sregex_iterator found(file.text.begin(), file.text.end(), directive), end; found != end; ++found) {
    const auto position = static_cast<std::size_t>(found->position());
    if (file.code[position] == '#') includes.push_back({(*found)[2], (*found)[1] == "\"", lineOf(file.text, position)});
  }
  return includes;
}

bool isBelow(const std::string& path, const std::string& folder) { return path.starts_with(folder + "/"); }

std::string topOf(const std::string& path) { return path.substr(0, path.find('/')); }

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return text;
}

// <QtWidgets/QLabel> names its module; for <QLabel> the folder that holds it does.
std::string qtModule(const std::string& header, const std::string& qtFolder) {
  static const std::array modules = {"QtCore", "QtGui",    "QtWidgets",       "QtSvg", "QtSvgWidgets", "QtConcurrent",
                                     "QtTest", "QtOpenGL", "QtOpenGLWidgets", "QtXml", "QtNetwork",    "QtPrintSupport"};
  for (const auto* module : modules)
    if (header == module || isBelow(header, module) || std::filesystem::exists(std::filesystem::path(qtFolder) / module / header))
      return lowered(module);
  return "qt";
}

bool isStandard(const std::string& header) {
  static const std::regex plain(R"([a-z_0-9]+)");  // <vector>
  static const std::regex system(
      R"((sys/[a-z]+|linux/[a-z_]+|unistd|fcntl|dlfcn|signal|pthread|sched|errno|stdio|stdlib|poll|time|immintrin|x86intrin|cpuid|malloc)\.h)");
  return std::regex_match(header, plain) || std::regex_match(header, system) || isBelow(header, "ext");
}

// A module of Qt brings those it is built on.
std::set<std::string> withWhatTheyBring(std::set<std::string> libraries) {
  const std::map<std::string, std::vector<std::string>> brings = {{"qtwidgets", {"qtgui", "qtcore"}},
                                                                  {"qtsvg", {"qtgui", "qtcore"}},
                                                                  {"qtgui", {"qtcore"}},
                                                                  {"qtconcurrent", {"qtcore"}},
                                                                  {"torch_cuda", {"torch"}}};
  for (const auto& [library, others] : brings)
    if (libraries.contains(library)) libraries.insert(others.begin(), others.end());
  return libraries;
}

class Arrows {
 public:
  Arrows(const RoomTable& table, const std::vector<SourceFile>& files, std::string qtFolder)
      : m_table(table), m_qtFolder(std::move(qtFolder)) {
    for (const auto& file : files) m_includes[file.path] = includesOf(file);
  }

  Findings all() {
    for (const auto& [path, includes] : m_includes) {
      const Room* room = m_table.roomOf(path);
      if (room) checkFile(*room, path, includes);
      if (!room && topOf(path) != "app") m_findings.push_back(path + " lies in no declared room");  // app is where everything meets
    }
    return std::move(m_findings);
  }

 private:
  void checkFile(const Room& room, const std::string& path, const std::vector<Include>& includes) {
    for (const auto& include : includes) {
      const std::string place = path + ":" + std::to_string(include.line) + " includes " + include.header;
      if (!include.ours)
        checkOutside(room, place, include.header);
      else if (!include.header.ends_with(".moc"))
        checkOurs(room, place, include.header);
    }
    std::set<std::string> seen{path};
    reach(room, path, path, seen);
  }

  void checkOurs(const Room& room, const std::string& place, const std::string& header) {
    const Room* other = m_table.roomOf(header);
    if (!other)
      m_findings.push_back(place + ", which is in no declared room (own headers are named from the root)");
    else if (other->name != room.name && !room.mayInclude.contains(other->name))
      m_findings.push_back(place + ", but " + room.name + " may not include " + other->name);
  }

  void checkOutside(const Room& room, const std::string& place, const std::string& header) {
    const auto library = outsideLibrary(header, m_qtFolder);
    if (!library)
      m_findings.push_back(place + ", whose library tests/house/room_table.cpp does not know");
    else if (!library->empty() && !withWhatTheyBring(room.libraries).contains(*library))
      m_findings.push_back(place + ", but " + room.name + " does not declare " + *library);
  }

  // Goes on through headers of other rooms; those of its own room are checked as files of it.
  void reach(const Room& room, const std::string& from, const std::string& at, std::set<std::string>& seen) {
    for (const auto& include : m_includes[at]) {
      if (!include.ours) {
        if (m_table.roomOf(at) != &room) checkOutside(room, from + " reaches, through " + at + ", " + include.header, include.header);
      } else if (m_includes.contains(include.header) && seen.insert(include.header).second) {
        reach(room, from, include.header, seen);
      }
    }
  }

  const RoomTable& m_table;
  std::string m_qtFolder;
  std::map<std::string, std::vector<Include>> m_includes;  // by path
  Findings m_findings;
};

bool anyStartsWith(const std::set<std::string>& libraries, const std::string& prefix) {
  return std::ranges::any_of(libraries, [&](const std::string& library) { return library.starts_with(prefix); });
}

bool mayInclude(const Room& room, const std::string& top) {
  return std::ranges::any_of(room.mayInclude, [&](const std::string& other) { return topOf(other) == top; });
}

// core holds rooms and, of its own, only the headers that everyone may include.
bool holds(const RoomTable& table, const Room& room, const std::string& path) {
  if (!isBelow(path, room.name)) return false;
  const bool isHouse = room.name.find('/') == std::string::npos &&
                       std::ranges::any_of(table.rooms(), [&](const Room& other) { return isBelow(other.name, room.name); });
  return !isHouse || path.find('/', room.name.size() + 1) == std::string::npos;
}

}  // namespace

RoomTable RoomTable::parse(const std::string& text) {
  RoomTable table;
  std::istringstream stream(text);
  for (std::string row; std::getline(stream, row);)
    if (!row.empty()) table.m_rooms.push_back(roomIn(row));
  return table;
}

const Room* RoomTable::roomOf(const std::string& path) const {
  const Room* innermost = nullptr;
  for (const auto& room : m_rooms)
    if (holds(*this, room, path) && (!innermost || room.name.size() > innermost->name.size())) innermost = &room;
  return innermost;
}

std::optional<std::string> outsideLibrary(const std::string& header, const std::string& qtFolder) {
  static const std::vector<std::pair<std::string, std::string>> folders = {{"opencv2", "opencv"},      {"Eigen", "eigen"},
                                                                           {"unsupported", "eigen"},   {"nlohmann", "json"},
                                                                           {"exiv2", "exiv2"},         {"CLI", "cli11"},
                                                                           {"torch", "torch"},         {"ATen", "torch"},
                                                                           {"c10", "torch"},           {"ATen/cuda", "torch_cuda"},
                                                                           {"c10/cuda", "torch_cuda"}, {"libheif", "libheif"},
                                                                           {"jxl", "libjxl"},          {"webp", "libwebp"},
                                                                           {"openssl", "libcrypto"},   {"tbb", "tbb"},
                                                                           {"curl", "libcurl"}};
  static const std::map<std::string, std::string> files = {{"lcms2.h", "lcms2"},
                                                           {"zip.h", "libzip"},
                                                           {"png.h", "libpng"},
                                                           {"jpeglib.h", "libjpeg"},
                                                           {"jerror.h", "libjpeg"},
                                                           {"turbojpeg.h", "libjpeg"},
                                                           {"tiffio.h", "libtiff"},
                                                           {"utf8proc.h", "utf8proc"},
                                                           {"zlib.h", "zlib"},
                                                           {"omp.h", "openmp"},
                                                           {"cuda_runtime_api.h", "torch_cuda"},
                                                           {"cuda_runtime.h", "torch_cuda"}};
  std::optional<std::string> library;
  for (const auto& [folder, name] : folders)
    if (isBelow(header, folder) || header == folder) library = name;  // a longer name stands later
  if (const auto file = files.find(header); file != files.end()) library = file->second;
  if (!library && header.starts_with("Q")) library = qtModule(header, qtFolder);
  if (!library && isStandard(header)) library = "";
  return library;
}

Findings forbiddenArrows(const RoomTable& table, const std::vector<SourceFile>& files, const std::string& qtFolder) {
  return Arrows(table, files, qtFolder).all();
}

Findings filesWithQtAndTorch(const std::vector<SourceFile>& files, const std::string& qtFolder) {
  Findings findings;
  for (const auto& file : files) {
    std::set<std::string> libraries;
    for (const auto& include : includesOf(file)) libraries.insert(outsideLibrary(include.header, qtFolder).value_or(""));
    if (anyStartsWith(libraries, "qt") && anyStartsWith(libraries, "torch")) findings.push_back(file.path + " sees both Qt and libtorch");
  }
  return findings;
}

Findings looseRows(const RoomTable& table) {
  Findings findings;
  for (const auto& room : table.rooms()) {
    const auto& libraries = room.libraries;
    const std::string top = topOf(room.name);
    const auto require = [&](bool kept, const std::string& rule) {
      if (!kept) findings.push_back(room.name + ": " + rule);
    };
    require(top == "app" || !anyStartsWith(libraries, "qt") || !anyStartsWith(libraries, "torch"), "Qt and libtorch never meet in a room");
    require(top != "core" || room.name == "core/document" || !anyStartsWith(libraries, "qt"), "in core only document knows Qt");
    require(top != "core" || !anyStartsWith(libraries, "qtwidgets"), "core never includes Qt Widgets");
    require(top != "core" || (!mayInclude(room, "ui") && !mayInclude(room, "app")), "core includes neither ui nor app");
    require(top != "ui" || (!anyStartsWith(libraries, "torch") && !libraries.contains("opencv")),
            "ui includes neither libtorch nor OpenCV");
    require(top != "ui" || (!mayInclude(room, "app") && !room.mayInclude.contains("core/methods")),
            "ui meets the methods only through app");
  }
  return findings;
}

}  // namespace retailor::house
