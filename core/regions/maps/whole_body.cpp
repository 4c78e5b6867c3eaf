#include "core/regions/maps/whole_body.h"

#include "core/regions/body_part.h"

namespace retailor::regions {

namespace {

constexpr double kPrevailingShare = 0.6;
constexpr double kFaceSeen = 0.88;   // of a face detector's box: from the hairline to the chin
constexpr double kWaistBelow = 3.4;  // box heights below the box's top
constexpr double kHairline = 0.1;    // of the box, above what is labelled as face

struct Rows {
  int top = 0, bottom = 0;  // bottom excluded
  bool none() const { return top >= bottom; }
};

Rows rowsOf(const mask::Labels& parts, BodyPart part) {
  const image::Rect support = maskOf(parts, part).support();
  return {support.y, support.y + support.height};
}

int waistIn(const mask::Labels& parts, const Rows& clothes) {
  const Rows face = rowsOf(parts, BodyPart::Face);
  if (face.none()) return (clothes.top + clothes.bottom) / 2;
  const double box = (face.bottom - face.top) / kFaceSeen;
  return static_cast<int>(face.top + (kWaistBelow - kHairline) * box);
}

}  // namespace

bool wholeBodyPrevails(const mask::Labels& parts) {
  const auto counts = parts.counts();
  const auto pixels = [&](BodyPart part) { return static_cast<double>(counts[static_cast<std::size_t>(part)]); };
  const double whole = pixels(BodyPart::WholeBody);
  return whole >= kPrevailingShare * (whole + pixels(BodyPart::UpperClothes) + pixels(BodyPart::LowerClothes));
}

bool splitWholeBody(mask::Labels& parts) {
  const Rows clothes = rowsOf(parts, BodyPart::WholeBody);
  if (clothes.none()) return false;
  const int waist = waistIn(parts, clothes);
  for (int y = clothes.top; y < clothes.bottom; ++y)
    for (int x = 0; x < parts.width(); ++x)
      if (std::uint8_t& label = parts.row(y)[x]; label == static_cast<std::uint8_t>(BodyPart::WholeBody))
        label = static_cast<std::uint8_t>(y < waist ? BodyPart::UpperClothes : BodyPart::LowerClothes);
  return true;
}

}  // namespace retailor::regions
