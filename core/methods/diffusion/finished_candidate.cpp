#include "core/methods/diffusion/finished_candidate.h"

#include <ATen/ATen.h>

#include <cmath>
#include <cstring>

#include "core/composite/feather_seam.h"
#include "core/composite/match_colour.h"
#include "core/image/colour.h"
#include "core/image/resize.h"
#include "core/methods/diffusion/reference_resize.h"

namespace retailor::diffusion {
namespace {

constexpr double kFeather = 0.01;  // of the window's height
constexpr double kRing = 0.03;     // of the window's shorter side: where known colours are compared

image::Bitmap bitmapOf(const at::Tensor& decoded, image::SampleType type) {
  const at::Tensor rows = decoded[0].permute({1, 2, 0}).to(at::kCPU, at::kFloat).contiguous();
  image::Bitmap picture({static_cast<int>(rows.size(1)), static_cast<int>(rows.size(0))}, 3, image::SampleType::F32);
  std::memcpy(picture.bytes(), rows.data_ptr(), picture.byteCount());
  return image::withSampleType(picture, type);
}

// The photo's window as F32 sRGB, 3 channels.
Result<image::Bitmap> photoWindow(const image::Photo& photo, const image::Rect& rect) {
  Result<image::Bitmap> part = image::toSrgb(photo.pixels.cropped(rect), photo.profile, image::SampleType::U16);
  if (!part) return part.failure();
  image::Bitmap plain({rect.width, rect.height}, 3, image::SampleType::F32);
  const auto from = part->view<std::uint16_t>();
  const auto to = plain.span<float>();
  for (int y = 0; y < rect.height; ++y)
    for (int x = 0; x < rect.width; ++x)
      for (int c = 0; c < 3; ++c) to.pixel(x, y)[c] = static_cast<float>(from.pixel(x, y)[c]) / 65535.0f;
  return plain;
}

// Where a colour may be compared: nothing that the model drew counts, so the model's own, wider hole is the one to stay out of.
mask::Mask drawnPart(const WindowPicture& window, image::Size size) {
  mask::Mask part(image::resizedCoverage(window.holeMask.toBitmap(), size));
  for (int y = 0; y < part.height(); ++y)
    for (int x = 0; x < part.width(); ++x) part.row(y)[x] = part.at(x, y) > 0 ? 255 : 0;
  return part;
}

Result<image::Bitmap> matched(const completion::CompletionRequest& request, const WindowPicture& window, const at::Tensor& decoded) {
  const image::Rect& rect = window.window.rect;
  const Result<image::Bitmap> photo = photoWindow(*request.photo, rect);
  if (!photo) return photo.failure();
  const image::Bitmap fill = image::resized(bitmapOf(decoded, image::SampleType::F32), rect.size());
  const int ring = std::max(4, static_cast<int>(std::lround(kRing * std::min(rect.width, rect.height))));
  return image::withSampleType(composite::matchRing(fill, *photo, drawnPart(window, rect.size()), ring), image::SampleType::U16);
}

image::Bitmap plain(const WindowPicture& window, const at::Tensor& decoded) {
  const image::Bitmap picture = bitmapOf(decoded, image::SampleType::U8);
  const image::Size size = window.window.rect.size();
  return picture.size() == size ? picture : resizedAsReference(picture, size);
}

}  // namespace

Blend blendOf(const completion::CompletionRequest& request, const composite::CropWindow& window, Manner manner) {
  const image::Rect changed = image::intersected(window.rect, request.mask->support());
  const mask::Mask hole = request.mask->cropped(changed);
  if (manner == Manner::Reference) return {changed, hole};
  return {changed, composite::blendMask(hole, std::max(1.0, kFeather * window.rect.height))};
}

Result<completion::Candidate> finishedCandidate(const completion::CompletionRequest& request, const WindowPicture& window,
                                                const at::Tensor& decoded, Manner manner) {
  const image::Photo& photo = *request.photo;
  const image::Rect& rect = window.window.rect;
  Result<image::Bitmap> fill =
      manner == Manner::Product ? matched(request, window, decoded) : Result<image::Bitmap>(plain(window, decoded));
  if (!fill) return fill.failure();
  Blend blend = blendOf(request, window.window, manner);
  const image::Rect& changed = blend.changed;
  const bool eight = photo.pixels.sampleType() == image::SampleType::U8;
  Result<image::Bitmap> pixels =
      image::convertColours(fill->cropped({changed.x - rect.x, changed.y - rect.y, changed.width, changed.height}), {}, photo.profile,
                            eight ? image::SampleType::U8 : image::SampleType::U16);
  if (!pixels) return pixels.failure();
  completion::Candidate candidate;
  candidate.window = changed;
  candidate.pixels = std::make_shared<const image::Bitmap>(image::withSampleType(*pixels, photo.pixels.sampleType()));
  candidate.blend = std::make_shared<const mask::Mask>(std::move(blend.mask));
  return candidate;
}

}  // namespace retailor::diffusion
