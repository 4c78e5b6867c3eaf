#include "core/methods/diffusion/shown_reference.h"

#include <algorithm>
#include <cmath>

#include "core/mask/alpha_mask.h"

namespace retailor::diffusion {
namespace {

constexpr int kGrey = 128;
constexpr int kWhiteGround = 255;

// The picture over a plain ground, as far as its alpha and `coverage` (may be null) hide it.
image::Bitmap over(int ground, const image::Bitmap& picture, const mask::Mask* coverage) {
  image::Bitmap result(picture.size(), 3, image::SampleType::U8);
  const auto from = picture.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) {
      const std::uint8_t* p = from.pixel(x, y);
      const double share = (picture.hasAlpha() ? p[3] / 255.0 : 1.0) * (coverage != nullptr ? coverage->at(x, y) / 255.0 : 1.0);
      for (int c = 0; c < 3; ++c) to.pixel(x, y)[c] = static_cast<std::uint8_t>(std::lround(p[c] * share + ground * (1 - share)));
    }
  return result;
}

// The box of what counts: by its mask, else by its alpha.
image::Rect shownPart(const completion::TaggedReference& reference) {
  if (reference.mask) return reference.mask->support();
  const auto alpha = mask::alphaMask(*reference.picture);
  return alpha ? alpha->support() : reference.picture->bounds();
}

image::Bitmap square(const image::Bitmap& picture, int ground) {
  const int side = std::max(picture.width(), picture.height());
  image::Bitmap result({side, side}, 3, image::SampleType::U8);
  std::fill_n(reinterpret_cast<std::uint8_t*>(result.bytes()), result.byteCount(), static_cast<std::uint8_t>(ground));
  const int left = (side - picture.width()) / 2, top = (side - picture.height()) / 2;
  const auto from = picture.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y) std::copy_n(from.row(y), picture.width() * 3, to.pixel(left, top + y));
  return result;
}

image::Bitmap cutToSquare(const completion::TaggedReference& reference, int ground) {
  const image::Bitmap plain = over(ground, *reference.picture, reference.mask.get());
  return square(plain.cropped(shownPart(reference)), ground);
}

}  // namespace

image::Bitmap shownReference(const completion::TaggedReference& reference, Manner manner) {
  if (manner == Manner::Reference) return withoutAlpha(*reference.picture);
  return cutToSquare(reference, kGrey);
}

image::Bitmap shownOnWhite(const completion::TaggedReference& reference, Manner manner) {
  return manner == Manner::Reference ? over(kWhiteGround, *reference.picture, nullptr) : cutToSquare(reference, kWhiteGround);
}

}  // namespace retailor::diffusion
