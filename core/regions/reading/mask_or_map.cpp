#include "core/regions/reading/mask_or_map.h"

#include <algorithm>

#include "core/image/read_photo.h"
#include "core/image/resize.h"
#include "core/regions/maps/import_map.h"
#include "core/regions/reading/read_label_map.h"

namespace retailor::regions {

namespace {

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

// Mask pictures have black, white and soft edges between: no scheme has all of those numbers.
bool isMaskPicture(const LabelMap& map) {
  const auto counts = map.counts();
  if (map.own || std::ranges::any_of(counts, [](const auto& one) { return one.first > 255; })) return false;
  return counts.size() <= kMaskLevels || !schemeFor(map, std::nullopt).ok();
}

}  // namespace

Result<MaskOrMap> readMaskOrMap(const std::filesystem::path& file, image::Size size) {
  Result<LabelMap> map = readLabelMap(file);
  if (map && !isMaskPicture(*map)) return MaskOrMap(std::move(*map));
  if (!map)
    if (Result<LabelMap> colours = readUnknownColours(file)) return MaskOrMap(std::move(*colours));
  Result<Mask> coverage = coverageIn(file, size);
  if (coverage) return MaskOrMap(std::move(*coverage));
  return map ? coverage.failure() : map.failure();
}

}  // namespace retailor::regions
