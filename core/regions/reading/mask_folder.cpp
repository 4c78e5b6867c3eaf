#include "core/regions/reading/mask_folder.h"

#include <algorithm>

#include "core/image/read_photo.h"
#include "core/regions/reading/layered_masks.h"
#include "core/regions/schemes/class_names.h"

namespace retailor::regions {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 200;

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

Result<std::vector<ClassMask>> masksIn(const fs::path& folder, std::vector<std::string>& notes) {
  const Result<std::vector<fs::path>> files = filesIn(folder);
  if (!files) return files.failure();
  std::vector<ClassMask> masks;
  for (const fs::path& file : *files) {
    const auto part = partOfClassNamed(file.stem().string());
    if (!part) {
      notes.push_back("“" + file.filename().string() + "” is named after no known part and was left out.");
      continue;
    }
    const Result<image::Bitmap> coverage = image::readCoverage(file);
    if (!coverage) return coverage.failure();
    masks.push_back({plainClassName(file.stem().string()), *part, mask::Mask(*coverage), file.filename().string()});
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
  const std::string name = folder.filename().string();
  std::vector<std::string> notes;
  Result<std::vector<ClassMask>> masks = masksIn(folder, notes);
  if (!masks) return masks.failure();
  LabelMap map = layered(name, "Masks in “" + name + "”", std::move(*masks));
  map.notes.insert(map.notes.begin(), notes.begin(), notes.end());
  return map;
}

}  // namespace retailor::regions
