#include "core/evaluation/evaluation_group.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <system_error>

#include "core/image/write_photo.h"

namespace retailor::evaluation {
namespace {

namespace fs = std::filesystem;
using completion::BodyRegion;

constexpr std::string_view kReference = "reference";

bool isHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

Result<std::vector<fs::path>> entriesOf(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code problem;
  for (fs::directory_iterator entry(folder, problem); !problem && entry != fs::directory_iterator(); entry.increment(problem))
    if (!isHidden(entry->path())) entries.push_back(entry->path());
  if (problem) return badInput("The folder " + folder.string() + " cannot be read (" + problem.message() + "); check its name.");
  std::ranges::sort(entries);
  return entries;
}

// "Ref_Mask-Face.PNG" as "ref-mask-face".
std::string plainStem(const fs::path& file) {
  std::string stem = file.stem().string();
  std::ranges::transform(stem, stem.begin(), [](unsigned char c) { return c == '_' ? '-' : static_cast<char>(std::tolower(c)); });
  return stem;
}

bool isPicture(const fs::path& file) {
  std::error_code ignored;
  return image::formatOf(file).has_value() && fs::is_regular_file(file, ignored);
}

Failure twice(const fs::path& one, const fs::path& other) {
  return badInput(one.string() + " and " + other.filename().string() + " are two files for the same thing; keep one of them.");
}

// The pictures of a folder by their plain stems.
Result<std::map<std::string, fs::path>> picturesIn(const fs::path& folder) {
  const Result<std::vector<fs::path>> entries = entriesOf(folder);
  if (!entries) return entries.failure();
  std::map<std::string, fs::path> pictures;
  for (const fs::path& entry : *entries) {
    if (!isPicture(entry)) continue;
    const auto [there, isNew] = pictures.emplace(plainStem(entry), entry);
    const bool isOurs = there->first == "source" || there->first == "mask" || there->first.starts_with("ref");
    if (!isNew && isOurs) return twice(there->second, entry);
  }
  return pictures;
}

bool isNumber(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

// The region of "", "-2", "-face" or "-face-2".
std::optional<BodyRegion> regionOfSuffix(std::string_view suffix) {
  if (suffix.empty()) return BodyRegion::WholeBody;
  if (suffix.front() != '-') return std::nullopt;
  suffix.remove_prefix(1);
  if (isNumber(suffix)) return BodyRegion::WholeBody;
  if (const auto region = completion::regionFromKey(suffix)) return region;
  const std::size_t dash = suffix.rfind('-');
  if (dash == std::string_view::npos || !isNumber(suffix.substr(dash + 1))) return std::nullopt;
  return completion::regionFromKey(suffix.substr(0, dash));
}

Failure noRegion(const fs::path& file) {
  std::string list;
  for (const BodyRegion region : completion::allRegions) list.append(list.empty() ? "" : ", ").append(completion::regionKey(region));
  return badInput(file.string() + ": its name has no known body region; write reference-REGION with one of " + list + ".");
}

// The suffix of a reference's mask, "-face" of "ref-mask-face"; nothing for another name.
std::optional<std::string> maskSuffix(const std::string& stem) {
  for (const std::string_view start : {"ref-mask", "reference-mask"})
    if (stem.starts_with(start)) return stem.substr(start.size());
  return std::nullopt;
}

Result<std::vector<GroupReference>> referencesAmong(const std::map<std::string, fs::path>& pictures) {
  std::map<std::string, fs::path> masks;  // by suffix
  for (const auto& [stem, file] : pictures)
    if (const auto suffix = maskSuffix(stem); suffix && !masks.emplace(*suffix, file).second) return twice(masks.at(*suffix), file);
  std::vector<GroupReference> references;
  for (const auto& [stem, file] : pictures) {
    if (!stem.starts_with(kReference) || maskSuffix(stem)) continue;
    const std::string suffix = stem.substr(kReference.size());
    const auto region = regionOfSuffix(suffix);
    if (!region) return noRegion(file);
    references.push_back({*region, file, std::nullopt});
    if (const auto mask = masks.extract(suffix)) references.back().mask = mask.mapped();
  }
  if (!masks.empty()) return badInput(masks.begin()->second.string() + " masks no reference: there is none of that name beside it.");
  return references;
}

}  // namespace

Result<std::vector<fs::path>> groupFolders(const fs::path& folder) {
  std::error_code ignored;
  const fs::path groups = fs::is_directory(folder / "groups", ignored) ? folder / "groups" : folder;
  Result<std::vector<fs::path>> entries = entriesOf(groups);
  if (!entries) return entries;
  std::erase_if(*entries, [&ignored](const fs::path& entry) { return !fs::is_directory(entry, ignored); });
  if (entries->empty())
    return badInput("There are no groups in " + groups.string() + "; make a folder for each, with a source, a mask and references in it.");
  return entries;
}

Result<EvaluationGroup> readGroup(const fs::path& folder) {
  const Result<std::map<std::string, fs::path>> pictures = picturesIn(folder);
  if (!pictures) return pictures.failure();
  EvaluationGroup group;
  group.id = folder.filename().string();
  for (const auto& [name, file] : {std::pair("source", &group.source), std::pair("mask", &group.mask)}) {
    const auto found = pictures->find(name);
    if (found == pictures->end())
      return badInput("There is no " + std::string(name) + " in " + folder.string() + "; put " + name +
                      ".png (or .jpg, .tif, .webp) there.");
    *file = found->second;
  }
  Result<std::vector<GroupReference>> references = referencesAmong(*pictures);
  if (!references) return references.failure();
  group.references = std::move(*references);
  std::error_code ignored;
  if (fs::is_regular_file(folder / "prompt.txt", ignored)) group.prompt = folder / "prompt.txt";
  return group;
}

Result<fs::path> pictureNamed(const fs::path& folder, const std::string& stem) {
  fs::path found;
  const Result<std::vector<fs::path>> entries = entriesOf(folder);
  if (!entries) return entries.failure();
  for (const fs::path& entry : *entries) {
    if (entry.stem().string() != stem || !isPicture(entry)) continue;
    if (!found.empty()) return twice(found, entry);
    found = entry;
  }
  return found;
}

}  // namespace retailor::evaluation
