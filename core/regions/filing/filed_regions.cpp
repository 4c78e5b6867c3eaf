#include "core/regions/filing/filed_regions.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/image/load_file.h"
#include "core/image/write_photo.h"
#include "core/regions/body_part.h"
#include "core/regions/schemes/parsing_scheme.h"

namespace retailor::regions {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostSidecarBytes = 1 << 20;

Result<void> addPicture(std::vector<NamedFile>& files, std::string_view name, const mask::Mask& mask) {
  Result<image::Bytes> png = image::encodePng(mask.toBitmap());
  if (!png) return png.failure();
  files.push_back({std::string(name) + ".png", std::move(*png)});
  return {};
}

Result<NamedFile> planePicture(const mask::Labels& parts) {
  image::Bitmap plane(parts.size(), 1, image::SampleType::U8);
  for (int y = 0; y < parts.height(); ++y)
    std::transform(parts.row(y), parts.row(y) + parts.width(), plane.span<std::uint8_t>().row(y),
                   [](std::uint8_t id) { return filedLabel(static_cast<BodyPart>(id)); });
  const auto own = std::ranges::find(knownPalettes(), true, &LabelPalette::ownScheme);
  Result<image::Bytes> png = image::encodeIndexPng(plane, own->colours);
  return png ? Result<NamedFile>({"parts.png", std::move(*png)}) : png.failure();
}

nlohmann::ordered_json ownIds() {
  nlohmann::ordered_json ids;
  for (const ParsingClass& one : schemeNamed("retailor")->classes) ids[std::to_string(one.id)] = one.name;
  return ids;
}

NamedFile sidecar(const PartsOrigin& origin) {
  nlohmann::ordered_json json{{"schema", 1}, {"source", origin.source}, {"scheme", origin.scheme}, {"orientation", 1}};
  if (!origin.parserSha256.empty()) json["parser"] = {{"weights", origin.parserSha256}, {"licence", origin.parserLicence}};
  json["ids"] = ownIds();
  if (!origin.photoSha256.empty()) json["photo"] = origin.photoSha256;
  const std::string text = json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  const auto* first = reinterpret_cast<const std::byte*>(text.data());
  return {"parts.json", {first, first + text.size()}};
}

void lay(mask::Labels& plane, std::vector<std::uint8_t>& fullest, const completion::MarkedRegion& marked, BodyPart part, bool onTop) {
  if (!marked.mask || marked.mask->size() != plane.size()) return;
  for (std::size_t i = 0; i < fullest.size(); ++i) {
    const std::uint8_t coverage = marked.mask->row(0)[i];
    if (coverage < 128 || (!onTop && coverage <= fullest[i])) continue;
    fullest[i] = coverage;
    plane.row(0)[i] = static_cast<std::uint8_t>(part);
  }
}

// Whether its parts.json is of filedRegions().
bool holdsParts(const fs::path& folder) {
  const Result<image::Bytes> bytes = image::loadFile(folder / "parts.json", {.maxFileBytes = kMostSidecarBytes});
  if (!bytes) return false;
  const char* text = reinterpret_cast<const char*>(bytes->data());
  const auto json = nlohmann::ordered_json::parse(text, text + bytes->size(), nullptr, false);
  return json.is_object() && json.contains("scheme") && json.contains("source") && json.contains("ids") && json["ids"] == ownIds();
}

std::vector<std::string> possibleFiles() {
  std::vector<std::string> names{std::string(labelsFile), std::string(completion::inFrontKey) + ".png"};
  for (const completion::BodyRegion region : completion::allRegions) {
    if (region == completion::BodyRegion::Anything) continue;
    names.push_back(std::string(completion::regionKey(region)) + ".png");
    names.push_back(holeFile(region));
  }
  return names;
}

Result<void> removeOthers(const fs::path& folder, const std::vector<NamedFile>& files, const fs::path& source) {
  std::error_code problem;
  if (fs::equivalent(folder, source, problem)) return {};
  for (const std::string& name : possibleFiles()) {
    const fs::path file = folder / name;
    const bool written = std::ranges::find(files, name, &NamedFile::name) != files.end();
    if (written || !fs::is_regular_file(file, problem) || fs::equivalent(file, source, problem)) continue;
    if (!fs::remove(file, problem))
      return cannotWrite(file.string() + " is of an earlier run and cannot be removed (" + problem.message() + "); remove it yourself.");
  }
  return {};
}

}  // namespace

mask::Labels planeOf(const completion::PhotoRegions& marked, image::Size size) {
  mask::Labels plane(size);
  std::vector<std::uint8_t> fullest(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
  for (const BodyPart part : allParts)
    if (const auto region = regionOf(part); region && marked.body.contains(*region))
      lay(plane, fullest, marked.body.at(*region), part, false);
  lay(plane, fullest, marked.inFront, BodyPart::Arms, true);
  return plane;
}

Result<std::vector<NamedFile>> filedRegions(const mask::Labels& parts, const completion::PhotoRegions& marked, const PartsOrigin& origin) {
  std::vector<NamedFile> files{sidecar(origin)};
  for (const auto& [region, one] : marked.body)
    if (one.mask)
      if (auto good = addPicture(files, completion::regionKey(region), *one.mask); !good) return good.failure();
  if (marked.inFront.mask)
    if (auto good = addPicture(files, completion::inFrontKey, *marked.inFront.mask); !good) return good.failure();
  Result<NamedFile> plane = planePicture(parts);
  if (!plane) return plane.failure();
  files.push_back(std::move(*plane));
  return files;
}

std::string holeFile(completion::BodyRegion region) { return "hole-" + std::string(completion::regionKey(region)) + ".png"; }

Result<void> writeInto(const fs::path& folder, const std::vector<NamedFile>& files, const fs::path& source) {
  const bool again = holdsParts(folder);
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (problem) return cannotWrite("The folder " + folder.string() + " cannot be made (" + problem.message() + "); choose another one.");
  for (const NamedFile& file : files)
    if (auto good = image::writeWhole(folder / file.name, file.bytes); !good) return good;
  return again ? removeOthers(folder, files, source) : Result<void>();
}

}  // namespace retailor::regions
