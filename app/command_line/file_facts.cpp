#include "app/command_line/file_facts.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "core/completion/recipe.h"
#include "core/image/exiv2_session.h"
#include "core/image/icc_profile.h"
#include "core/image/load_file.h"
#include "core/image/photo_metadata.h"
#include "core/image/read_photo.h"
#include "core/image/sniff_format.h"

namespace retailor::command_line {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string_view textOf(const image::Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

const char* nameOf(image::FileFormat format) {
  switch (format) {
    case image::FileFormat::Png: return "PNG";
    case image::FileFormat::Jpeg: return "JPEG";
    case image::FileFormat::Tiff: return "TIFF";
    case image::FileFormat::WebP: return "WebP";
  }
  return "";
}

OrderedJson recipeFacts(const completion::Recipe& recipe) { return OrderedJson::parse(completion::toJson(recipe)); }

void addExif(OrderedJson& facts, const image::Metadata& metadata) {
  constexpr std::array<std::pair<const char*, const char*>, 8> tags{{{"maker", "Exif.Image.Make"},
                                                                     {"camera", "Exif.Image.Model"},
                                                                     {"lens", "Exif.Photo.LensModel"},
                                                                     {"taken", "Exif.Photo.DateTimeOriginal"},
                                                                     {"exposure", "Exif.Photo.ExposureTime"},
                                                                     {"aperture", "Exif.Photo.FNumber"},
                                                                     {"sensitivity", "Exif.Photo.ISOSpeedRatings"},
                                                                     {"artist", "Exif.Image.Artist"}}};
  const Exiv2::ExifData exif = image::exifOf(metadata);
  for (const auto& [name, tag] : tags) {
    const auto found = exif.findKey(Exiv2::ExifKey(tag));
    if (found != exif.end()) facts[name] = found->print(&exif).substr(0, 200);
  }
}

void addRecipe(OrderedJson& facts, const image::Metadata& metadata) {
  const std::string json = image::embeddedRecipe(metadata);
  if (json.empty()) return;
  const Result<completion::Recipe> recipe = completion::recipeFromJson(json);
  if (recipe)
    facts["recipe"] = recipeFacts(*recipe);
  else
    facts["recipe"] = recipe.failure().sentence;
}

std::string profileOf(const image::ColourProfile& profile) {
  if (!profile.tagged()) return "none (taken as sRGB)";
  const std::string name = image::iccDescription(*profile.icc);
  return name.empty() ? "embedded, without a name" : name;
}

Result<OrderedJson> pictureFacts(const std::filesystem::path& file, image::FileFormat format, const image::Bytes& bytes) {
  const Result<image::Photo> photo = image::readPhotoFromMemory(bytes, file.string());
  if (!photo) return photo.failure();
  const image::Bitmap& pixels = photo->pixels;
  OrderedJson facts{{"kind", "picture"},
                    {"format", nameOf(format)},
                    {"width", pixels.width()},
                    {"height", pixels.height()},
                    {"bits", pixels.sampleType() == image::SampleType::U16 ? 16 : 8},
                    {"channels", pixels.hasAlpha() ? "RGB and alpha" : "RGB"},
                    {"profile", profileOf(photo->profile)},
                    {"orientation", image::readMetadata(bytes).orientation}};
  addExif(facts, photo->metadata);
  if (!photo->notes.empty()) facts["notes"] = photo->notes;
  addRecipe(facts, photo->metadata);
  return facts;
}

bool isProject(const image::Bytes& bytes) {
  // OpenRaster: the first entry is named "mimetype", stored plain, 30 bytes of zip header before its name.
  return bytes.size() > 60 && textOf(bytes).substr(30, 24) == "mimetypeimage/openraster";
}

OrderedJson entriesOf(const std::filesystem::path& file) {
  constexpr zip_int64_t most = 1000;  // a hostile file may claim millions
  const std::unique_ptr<zip_t, void (*)(zip_t*)> archive(zip_open(file.c_str(), ZIP_RDONLY, nullptr), &zip_discard);
  OrderedJson entries = OrderedJson::array();
  const zip_int64_t count = archive ? std::min(most, zip_get_num_entries(archive.get(), 0)) : 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t entry{};
    if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &entry) != 0 || entry.name == nullptr) continue;
    entries.push_back({{"name", entry.name}, {"bytes", entry.size}});
  }
  return entries;
}

Result<OrderedJson> recipeFileFacts(const std::filesystem::path& file, const image::Bytes& bytes) {
  const Result<completion::Recipe> recipe = completion::recipeFromJson(std::string(textOf(bytes)));
  if (!recipe) return badInput(file.string() + ": " + recipe.failure().sentence);
  OrderedJson facts{{"kind", "recipe"}};
  facts.update(recipeFacts(*recipe));
  return facts;
}

}  // namespace

Result<OrderedJson> factsOf(const std::filesystem::path& file) {
  const Result<image::Bytes> bytes = image::loadFile(file, image::ReadBudget{});
  if (!bytes) return bytes.failure();
  if (const auto format = image::sniffedFormat(*bytes)) return pictureFacts(file, *format, *bytes);
  if (isProject(*bytes)) return OrderedJson{{"kind", "project"}, {"format", "OpenRaster"}, {"entries", entriesOf(file)}};
  const std::size_t start = textOf(*bytes).find_first_not_of(" \t\r\n");
  if (start != std::string_view::npos && textOf(*bytes)[start] == '{') return recipeFileFacts(file, *bytes);
  return badInput(file.string() + " " + image::foreignKind(*bytes) + "; info tells of pictures, recipes and projects.");
}

}  // namespace retailor::command_line
