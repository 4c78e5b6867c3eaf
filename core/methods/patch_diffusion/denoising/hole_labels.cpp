#include "core/methods/patch_diffusion/denoising/hole_labels.h"

#include "core/methods/patch_diffusion/denoising/nearest_member.h"

namespace retailor::patch_diffusion {

namespace {

image::Rect holeBox(const Plane& photo) {
  image::Rect box;
  for (int y = 0; y < photo.height(); ++y)
    for (int x = 0; x < photo.width(); ++x)
      if (photo(x, y).usable <= 0) box = image::united(box, {x, y, 1, 1});
  return box;
}

}  // namespace

void closeSlots(const Plane& photo, int radius, Grid<Label>& labels, Crew& crew) {
  const image::Rect box = image::intersected(image::grown(holeBox(photo), radius), {0, 0, photo.width(), photo.height()});
  const NearestMember toLabelled = nearestMember(
      labels, box, [&](int x, int y) { return labels(x, y) != 0; }, crew);
  const auto far = [&](int x, int y) { return toLabelled.distance(x, y) > 3 * radius; };
  const NearestMember toFar = nearestMember(labels, box, far, crew);
  for (int y = box.y; y < box.bottom(); ++y)
    for (int x = box.x; x < box.right(); ++x)
      if (photo(x, y).usable <= 0 && labels(x, y) == 0 && toFar.distance(x, y) > 3 * radius) labels(x, y) = toLabelled.label(x, y);
}

double unlabelledShare(const Plane& photo, const Grid<Label>& labels) {
  double hole = 0, unlabelled = 0;
  for (int y = 0; y < photo.height(); ++y)
    for (int x = 0; x < photo.width(); ++x) {
      if (photo(x, y).usable > 0) continue;
      ++hole;
      if (labels(x, y) == 0) ++unlabelled;
    }
  return hole > 0 ? unlabelled / hole : 0.0;
}

}  // namespace retailor::patch_diffusion
