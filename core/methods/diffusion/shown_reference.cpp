#include "core/methods/diffusion/shown_reference.h"

#include <algorithm>
#include <cmath>

#include "core/mask/alpha_mask.h"

namespace retailor::diffusion {
namespace {

constexpr int kGrey = 128;

// The picture over grey, as far as its alpha and `coverage` (may be null) hide it.
image::Bitmap overGrey(const image::Bitmap& picture, const mask::Mask* coverage) {
  image::Bitmap result(picture.size(), 3, image::SampleType::U8);
  const auto from = picture.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) {
      const std::uint8_t* p = from.pixel(x, y);
      const double share = (picture.hasAlpha() ? p[3] / 255.0 : 1.0) * (coverage != nullptr ? coverage->at(x, y) / 255.0 : 1.0);
      for (int c = 0; c < 3; ++c) to.pixel(x, y)[c] = static_cast<std::uint8_t>(std::lround(p[c] * share + kGrey * (1 - share)));
    }
  return result;
}

// The box of what counts: by its mask, else by its alpha.
image::Rect shownPart(const completion::TaggedReference& reference) {
  if (reference.mask) return reference.mask->support();
  const auto alpha = mask::alphaMask(*reference.picture);
  return alpha ? alpha->support() : reference.picture->bounds();
}

image::Bitmap square(const image::Bitmap& picture) {
  const int side = std::max(picture.width(), picture.height());
  image::Bitmap result({side, side}, 3, image::SampleType::U8);
  std::fill_n(reinterpret_cast<std::uint8_t*>(result.bytes()), result.byteCount(), static_cast<std::uint8_t>(kGrey));
  const int left = (side - picture.width()) / 2, top = (side - picture.height()) / 2;
  const auto from = picture.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y) std::copy_n(from.row(y), picture.width() * 3, to.pixel(left, top + y));
  return result;
}

}  // namespace

image::Bitmap shownReference(const completion::TaggedReference& reference, Manner manner) {
  if (manner == Manner::Reference) return withoutAlpha(*reference.picture);
  const image::Bitmap plain = overGrey(*reference.picture, reference.mask.get());
  return square(plain.cropped(shownPart(reference)));
}

}  // namespace retailor::diffusion
