#include "core/regions/maps/mask_folder.h"

#include <algorithm>
#include <cctype>

#include "core/image/read_photo.h"
#include "core/mask/mask.h"

namespace retailor::regions {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 200;

struct NamedMask {
  std::string name;
  BodyPart part;
  mask::Mask mask;
};

// "Upper_clothes" and "upper clothes" are "upper-clothes".
std::string plainName(const fs::path& file) {
  std::string name = file.stem().string();
  std::ranges::transform(name, name.begin(), [](unsigned char letter) {
    return letter == '_' || letter == ' ' ? '-' : static_cast<char>(std::tolower(letter));
  });
  return name;
}

std::optional<BodyPart> partNamed(const std::string& name) {
  if (name == "in-front") return BodyPart::Arms;
  if (const auto part = partFromKey(name); part && *part != BodyPart::Inherit) return part;
  for (const ParsingScheme& scheme : knownSchemes())
    for (const ParsingClass& one : scheme.classes)
      if (one.name == name && one.part != BodyPart::Inherit) return one.part;
  return std::nullopt;
}

Result<std::vector<fs::path>> filesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code problem;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
    if (at->is_regular_file(problem)) files.push_back(at->path());
  if (problem) return badInput("The folder " + folder.string() + " cannot be read (" + problem.message() + "); choose another one.");
  if (files.size() > kMostFiles)
    return badInput("The folder " + folder.string() + " holds more than 200 files; choose one with a mask for each part.");
  std::ranges::sort(files);
  return files;
}

Result<std::vector<NamedMask>> masksIn(const fs::path& folder, std::vector<std::string>& notes) {
  const Result<std::vector<fs::path>> files = filesIn(folder);
  if (!files) return files.failure();
  std::vector<NamedMask> masks;
  for (const fs::path& file : *files) {
    const auto part = partNamed(plainName(file));
    if (!part) {
      notes.push_back("“" + file.filename().string() + "” is named after no known part and was left out.");
      continue;
    }
    const Result<image::Bitmap> coverage = image::readCoverage(file);
    if (!coverage) return coverage.failure();
    masks.push_back({plainName(file), *part, mask::Mask(*coverage)});
    if (masks.back().mask.size() != masks.front().mask.size())
      return badInput("The masks in " + folder.string() + " differ in size, for instance “" + file.filename().string() +
                      "”; export them all alike.");
  }
  if (masks.empty())
    return badInput("The folder " + folder.string() + " holds no mask named after a part, such as upper-clothes.png; choose another one.");
  return masks;
}

}  // namespace

Result<LabelMap> readMaskFolder(const fs::path& folder) {
  LabelMap map;
  map.name = folder.filename().string();
  Result<std::vector<NamedMask>> masks = masksIn(folder, map.notes);
  if (!masks) return masks.failure();
  std::ranges::stable_sort(*masks, std::greater(), [](const NamedMask& one) { return one.mask.share(); });
  map.size = masks->front().mask.size();
  map.ids.resize(static_cast<std::size_t>(map.size.width) * static_cast<std::size_t>(map.size.height));
  map.own = ParsingScheme{map.name, "Masks in “" + map.name + "”", {{0, "background", BodyPart::None}}};
  for (const NamedMask& one : *masks) {
    const auto id = static_cast<std::uint32_t>(map.own->classes.size());
    map.own->classes.push_back({id, one.name, one.part});
    for (std::size_t i = 0; i < map.ids.size(); ++i)
      if (one.mask.row(0)[i] >= 128) map.ids[i] = id;
  }
  return map;
}

}  // namespace retailor::regions
