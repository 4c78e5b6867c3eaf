#include "core/methods/diffusion/shown_reference.h"

#include <algorithm>
#include <cmath>

#include "core/mask/alpha_mask.h"
#include "core/methods/diffusion/reference_resize.h"

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

image::Bitmap inTheMiddleOf(image::Size canvas, const image::Bitmap& picture, int ground) {
  image::Bitmap result(canvas, 3, image::SampleType::U8);
  std::fill_n(reinterpret_cast<std::uint8_t*>(result.bytes()), result.byteCount(), static_cast<std::uint8_t>(ground));
  const int left = (canvas.width - picture.width()) / 2, top = (canvas.height - picture.height()) / 2;
  const auto from = picture.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y) std::copy_n(from.row(y), picture.width() * 3, to.pixel(left, top + y));
  return result;
}

// What counts of a reference.
image::Bitmap cutOut(const completion::TaggedReference& reference, int ground) {
  return over(ground, *reference.picture, reference.mask.get()).cropped(shownPart(reference));
}

image::Bitmap cutToSquare(const completion::TaggedReference& reference, int ground) {
  const image::Bitmap plain = cutOut(reference, ground);
  const int side = std::max(plain.width(), plain.height());
  return inTheMiddleOf({side, side}, plain, ground);
}

// The largest size of that shape, rounded down.
image::Size largestIn(image::Size canvas, image::Size shape) {
  const bool isTaller = std::int64_t{shape.width} * canvas.height < std::int64_t{canvas.width} * shape.height;
  const auto scaled = [](int side, int to, int of) { return std::max(1, static_cast<int>(std::int64_t{side} * to / of)); };
  if (isTaller) return {scaled(shape.width, canvas.height, shape.height), canvas.height};
  return {canvas.width, scaled(shape.height, canvas.width, shape.width)};
}

}  // namespace

image::Bitmap shownReference(const completion::TaggedReference& reference, Manner manner) {
  if (manner == Manner::Reference) return withoutAlpha(*reference.picture);
  return cutToSquare(reference, kGrey);
}

image::Bitmap shownOnWhite(const completion::TaggedReference& reference, Manner manner) {
  return manner == Manner::Reference ? over(kWhiteGround, *reference.picture, nullptr) : cutToSquare(reference, kWhiteGround);
}

image::Bitmap paddedReference(const completion::TaggedReference& reference, image::Size canvas, Manner manner) {
  const bool isWhole = manner == Manner::Reference;
  const image::Bitmap plain = isWhole ? over(kWhiteGround, *reference.picture, nullptr) : cutOut(reference, kWhiteGround);
  const image::Size size = largestIn(canvas, plain.size());
  return inTheMiddleOf(canvas, plain.size() == size ? plain : resizedAsReference(plain, size), kWhiteGround);
}

}  // namespace retailor::diffusion
