#include "core/regions/maps/region_mask_file.h"

#include <algorithm>

#include "core/image/read_photo.h"
#include "core/image/resize.h"
#include "core/mask/mask_combine.h"
#include "core/regions/maps/import_map.h"
#include "core/regions/maps/read_label_map.h"

namespace retailor::regions {

namespace {

using completion::BodyRegion;
using mask::Mask;

constexpr std::size_t kMaskLevels = 2;  // so few, and numbers are black and white

Result<Mask> coverageIn(const std::filesystem::path& file, image::Size size) {
  const Result<image::Bitmap> coverage = image::readCoverage(file);
  if (!coverage) return coverage.failure();
  if (coverage->size() == size) return Mask(*coverage);
  if (!fitsShape(coverage->size(), size, MapTurn::AsItLies))
    return badInput("The mask “" + file.filename().string() + "” is " + std::to_string(coverage->width()) + " × " +
                    std::to_string(coverage->height()) + " pixels, but the picture is " + std::to_string(size.width) + " × " +
                    std::to_string(size.height) + "; use a mask of the picture's shape.");
  return Mask(image::resized(*coverage, size));
}

Mask shownOf(const mask::Labels& parts, BodyRegion region) {
  Mask shown(parts.size());
  for (const BodyPart part : allParts)
    if (region == BodyRegion::Anything || regionOf(part) == region) shown = mask::added(shown, maskOf(parts, part));
  if (region == BodyRegion::WholeBody && shown.isEmpty())
    return mask::added(maskOf(parts, BodyPart::UpperClothes), maskOf(parts, BodyPart::LowerClothes));
  return shown;
}

Result<Mask> partIn(const LabelMap& map, BodyRegion region, image::Size size) {
  const Result<ParsingScheme> scheme = schemeFor(map, std::nullopt);
  if (!scheme) return scheme.failure();
  const Result<ImportedParts> imported = importedParts(map, *scheme, size);
  if (!imported) return imported.failure();
  Mask shown = shownOf(imported->parts, region);
  if (shown.isEmpty())
    return badInput("The map “" + map.name + "”, read as " + scheme->title + ", shows no " + std::string(completion::regionKey(region)) +
                    "; choose another map, or another region for the reference.");
  return shown;
}

// Mask pictures have black, white and soft edges between: no scheme has all of those numbers.
bool isMaskPicture(const LabelMap& map) {
  const auto counts = map.counts();
  if (map.own || std::ranges::any_of(counts, [](const auto& one) { return one.first > 255; })) return false;
  return counts.size() <= kMaskLevels || !schemeFor(map, std::nullopt).ok();
}

}  // namespace

Result<Mask> readRegionMask(const std::filesystem::path& file, BodyRegion region, image::Size size) {
  const Result<LabelMap> map = readLabelMap(file);
  if (map && !isMaskPicture(*map)) return partIn(*map, region, size);
  Result<Mask> coverage = coverageIn(file, size);
  return !coverage && !map ? Result<Mask>(map.failure()) : coverage;
}

}  // namespace retailor::regions
