#include "core/methods/diffusion/region_picture.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

#include "core/image/resize.h"
#include "core/methods/diffusion/reference_resize.h"
#include "core/methods/diffusion/window_picture.h"

namespace retailor::diffusion {
namespace {

constexpr int kWhite = 255;

// Cut to the reference's region.
struct Cut {
  image::Bitmap picture;   // U8, 3 channels, over white
  image::Bitmap coverage;  // U8, 1 channel
};

image::Rect partOf(const completion::TaggedReference& reference) {
  const image::Rect whole{0, 0, reference.picture->width(), reference.picture->height()};
  const image::Rect box = reference.mask ? reference.mask->support() : whole;
  const int x = box.width / 20, y = box.height / 20;
  const int left = std::max(0, box.x - x), top = std::max(0, box.y - y);
  return {left, top, std::min(whole.width, box.x + box.width + x) - left, std::min(whole.height, box.y + box.height + y) - top};
}

Cut cutOut(const completion::TaggedReference& reference, const image::Rect& part) {
  Cut cut{image::Bitmap(part.size(), 3, image::SampleType::U8), image::Bitmap(part.size(), 1, image::SampleType::U8)};
  const auto from = reference.picture->view<std::uint8_t>();
  const auto picture = cut.picture.span<std::uint8_t>(), coverage = cut.coverage.span<std::uint8_t>();
  for (int y = 0; y < part.height; ++y)
    for (int x = 0; x < part.width; ++x) {
      const std::uint8_t* p = from.pixel(part.x + x, part.y + y);
      const int alpha = reference.picture->hasAlpha() ? p[3] : 255,
                kept = reference.mask ? reference.mask->at(part.x + x, part.y + y) : 255;
      for (int c = 0; c < 3; ++c) picture.pixel(x, y)[c] = static_cast<std::uint8_t>((p[c] * alpha + kWhite * (255 - alpha) + 127) / 255);
      *coverage.pixel(x, y) = static_cast<std::uint8_t>((kept * alpha + 127) / 255);
    }
  return cut;
}

image::Size fitted(image::Size part, image::Size canvas) {
  const double scale = std::min(static_cast<double>(canvas.width) / part.width, static_cast<double>(canvas.height) / part.height);
  const auto side = [scale](int pixels, int most) { return std::clamp(static_cast<int>(std::lround(pixels * scale)), 1, most); };
  return {side(part.width, canvas.width), side(part.height, canvas.height)};
}

image::Bitmap inTheMiddle(const image::Bitmap& part, image::Size canvas, std::uint8_t bars) {
  image::Bitmap result(canvas, part.channels(), image::SampleType::U8);
  std::fill_n(reinterpret_cast<std::uint8_t*>(result.bytes()), result.byteCount(), bars);
  const int left = (canvas.width - part.width()) / 2, top = (canvas.height - part.height()) / 2;
  const auto from = part.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  for (int y = 0; y < part.height(); ++y) std::copy_n(from.row(y), part.width() * part.channels(), to.pixel(left, top + y));
  return result;
}

at::Tensor maskTensor(const image::Bitmap& coverage) {
  const at::Tensor bytes = at::from_blob(const_cast<std::byte*>(coverage.bytes()), {coverage.height(), coverage.width()}, at::kByte);
  return bytes.to(at::kFloat).div(255.0);
}

}  // namespace

RegionPicture regionPicture(const completion::TaggedReference& reference, image::Size canvas) {
  const Cut cut = cutOut(reference, partOf(reference));
  const image::Size size = fitted(cut.picture.size(), canvas);
  return {pictureTensor(inTheMiddle(resizedAsReference(cut.picture, size), canvas, kWhite)),
          maskTensor(inTheMiddle(resizedAsReference(cut.coverage, size), canvas, 0))};
}

RegionPicture stretchedPicture(const completion::TaggedReference& reference, image::Size canvas) {
  const Cut cut = cutOut(reference, reference.picture->bounds());
  const auto pulled = [canvas](const image::Bitmap& part) {
    return part.size() == canvas ? part : resizedAsReference(part, canvas, resample::Filter::Bicubic);
  };
  return {pictureTensor(pulled(cut.picture)), maskTensor(pulled(cut.coverage))};
}

std::string regionWords(completion::BodyRegion region) {
  using enum completion::BodyRegion;
  switch (region) {
    case UpperClothes: return "upper body clothes";
    case LowerClothes: return "lower body clothes";
    case WholeBody: return "whole body clothes";
    case Hair: return "hair or headwear";
    case Face: return "face";
    case Shoes: return "shoes";
    case Anything: return "";
  }
  return "";
}

}  // namespace retailor::diffusion
