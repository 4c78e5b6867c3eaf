#include "core/methods/diffusion/window_picture.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>

#include "core/image/colour.h"
#include "core/image/resize.h"
#include "core/mask/grow_shrink.h"
#include "core/methods/diffusion/reference_resize.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;

constexpr double kGrownBy = 6;  // working pixels: the model draws a little past what may change, so that its edge lies under the seam

mask::Mask thresholded(const mask::Mask& coverage, std::uint8_t least) {
  mask::Mask hard(coverage.size());
  for (int y = 0; y < hard.height(); ++y)
    for (int x = 0; x < hard.width(); ++x) hard.row(y)[x] = coverage.at(x, y) >= least ? 255 : 0;
  return hard;
}

// Any coverage counts; then grown.
mask::Mask grownHole(const mask::Mask& coverage, image::Size size) {
  const mask::Mask any = thresholded(mask::Mask(image::resizedCoverage(coverage.toBitmap(), size)), 1);
  return mask::grown(any, kGrownBy);
}

Tensor holeTensor(const mask::Mask& mask) {
  Tensor hole = at::empty({1, 1, mask.height(), mask.width()}, at::kFloat);
  float* to = hole.data_ptr<float>();
  for (int y = 0; y < mask.height(); ++y)
    for (int x = 0; x < mask.width(); ++x) *to++ = mask.at(x, y) >= 128 ? 1.0f : 0.0f;
  return hole;
}

}  // namespace

image::Bitmap withoutAlpha(const image::Bitmap& picture) {
  if (!picture.hasAlpha()) return picture;
  image::Bitmap plain(picture.size(), 3, image::SampleType::U8);
  const auto from = picture.view<std::uint8_t>();
  const auto to = plain.span<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) std::copy_n(from.pixel(x, y), 3, to.pixel(x, y));
  return plain;
}

Tensor pictureTensor(const image::Bitmap& picture) {
  const Tensor bytes = at::from_blob(const_cast<std::byte*>(picture.bytes()), {1, picture.height(), picture.width(), 3}, at::kByte);
  return bytes.permute({0, 3, 1, 2}).to(at::kFloat).div(255.0) * 2.0 - 1.0;
}

image::Bitmap pictureOf(const Tensor& tensor) {
  const Tensor rows = ((tensor[0].permute({1, 2, 0}) + 1) * 127.5).round().clamp(0, 255).to(at::kByte).contiguous();
  image::Bitmap picture({static_cast<int>(rows.size(1)), static_cast<int>(rows.size(0))}, 3, image::SampleType::U8);
  std::memcpy(picture.bytes(), rows.data_ptr(), picture.byteCount());
  return picture;
}

Result<WindowPicture> windowPicture(const completion::CompletionRequest& request, const composite::CropWindow& window, Manner manner) {
  const image::Photo& photo = *request.photo;
  Result<image::Bitmap> part = image::toSrgb(photo.pixels.cropped(window.rect), photo.profile, image::SampleType::U8);
  if (!part) return part.failure();
  WindowPicture result;
  result.window = window;
  const mask::Mask coverage = request.mask->cropped(window.rect);
  const image::Bitmap plain = withoutAlpha(*part);
  const bool resizes = window.rect.size() != window.workingSize;
  if (manner == Manner::Reference) {
    result.shown = resizes ? resizedAsReference(plain, window.workingSize) : plain;
    result.holeMask = thresholded(resizes ? mask::Mask(resizedAsReference(coverage.toBitmap(), window.workingSize)) : coverage, 128);
  } else {
    result.shown = resizes ? image::resized(plain, window.workingSize) : plain;
    result.holeMask = grownHole(coverage, window.workingSize);
  }
  result.picture = pictureTensor(result.shown);
  result.hole = holeTensor(result.holeMask);
  return result;
}

// A product keeps the layout that the picture has in memory, which published pipelines keep too: convolutions round by it.
Tensor withoutHole(const WindowPicture& window, double shade) {
  const Tensor kept = window.hole < 0.5;
  return window.picture * kept + shade * kept.logical_not();
}

Tensor latentMask(const Tensor& mask, std::int64_t factor) {
  return at::upsample_nearest2d(mask, {mask.size(2) / factor, mask.size(3) / factor});
}

}  // namespace retailor::diffusion
