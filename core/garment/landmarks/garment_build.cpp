#include "core/garment/landmarks/garment_build.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace retailor::garment {
namespace {

bool inside(const mask::Mask& coverage, int x, int y) { return coverage.bounds().contains(x, y) && coverage.at(x, y) >= 128; }

// Between the two middle ones of an even number, so that a mirrored garment has the mirrored middle.
double median(std::vector<int> values) {
  if (values.empty()) return 0;
  const auto upper = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, upper);
  return values.size() % 2 == 1 ? *upper : (*upper + *std::max_element(values.begin(), upper)) / 2.0;
}

double likenessToMirror(const mask::Mask& coverage, const image::Rect& box, double middle) {
  double both = 0, all = 0;
  for (int y = box.y; y < box.bottom(); y += 2)
    for (int x = box.x; x < box.right(); ++x) {
      if (!inside(coverage, x, y)) continue;
      ++all, both += inside(coverage, static_cast<int>(std::floor(2 * middle - (x + 0.5))), y);
    }
  return all > 0 ? both / all : 0;
}

}  // namespace

GarmentBuild buildOf(const mask::Mask& coverage) {
  GarmentBuild build{coverage.support(), 0, 0};
  std::vector<int> columns;
  for (int y = build.box.y + build.box.height * 35 / 100; y < build.box.y + build.box.height * 75 / 100; ++y)
    for (int x = build.box.x; x < build.box.right(); ++x)
      if (inside(coverage, x, y)) columns.push_back(x);
  build.middle = median(std::move(columns)) + 0.5;
  build.likeness = likenessToMirror(coverage, build.box, build.middle);
  return build;
}

}  // namespace retailor::garment
