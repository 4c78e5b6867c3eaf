#include "core/methods/patch_diffusion/request_window.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/image/colour.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kLeastContext = 96;           // pixels each side
constexpr double kContext = 0.75;           // of the mask box's side, each side
constexpr double kMostContextPixels = 4e6;  // context is given up beyond a window of this area
constexpr int kWidestWindow = 32000;        // patch positions are 16-bit numbers

image::Rect grownBy(const image::Rect& box, double context, const image::Rect& bounds) {
  const int across = std::max(kLeastContext, static_cast<int>(std::lround(context * box.width)));
  const int down = std::max(kLeastContext, static_cast<int>(std::lround(context * box.height)));
  return image::intersected({box.x - across, box.y - down, box.width + 2 * across, box.height + 2 * down}, bounds);
}

double areaOf(const image::Rect& r) { return static_cast<double>(r.width) * r.height; }

image::Rect windowAround(const image::Rect& box, const image::Rect& bounds) {
  double context = kContext;
  while (context > 0.05 && areaOf(grownBy(box, context, bounds)) > kMostContextPixels) context *= 0.8;
  return grownBy(box, context, bounds);
}

image::Rect wishedWindow(const completion::CompletionRequest& request) {
  const image::Rect bounds = request.photo->pixels.bounds();
  if (request.settings.window == completion::WindowChoice::Whole) return bounds;
  if (request.settings.window == completion::WindowChoice::Given) return image::intersected(request.settings.givenWindow, bounds);
  return windowAround(request.mask->support(), bounds);
}

template <class T>
Plane planeOf(const image::Bitmap& pixels, const mask::Mask& mask, float scale) {
  Plane plane(pixels.width(), pixels.height());
  const auto view = pixels.view<T>();
  for (int y = 0; y < plane.height(); ++y) {
    const std::uint8_t* coverage = mask.row(y);
    for (int x = 0; x < plane.width(); ++x) {
      const T* p = view.pixel(x, y);
      plane(x, y) = {static_cast<float>(p[0]) * scale, static_cast<float>(p[1]) * scale, static_cast<float>(p[2]) * scale,
                     coverage[x] == 0 ? 1.0f : 0.0f};
    }
  }
  return plane;
}

template <class T>
image::Bitmap bitmapOf(const Plane& plane, image::SampleType type, float scale) {
  image::Bitmap bitmap({plane.width(), plane.height()}, 3, type);
  const auto span = bitmap.span<T>();
  const auto sample = [scale](float v) { return static_cast<T>(std::lround(std::clamp(v, 0.0f, 1.0f) * scale)); };
  for (int y = 0; y < plane.height(); ++y)
    for (int x = 0; x < plane.width(); ++x) {
      const Pixel& p = plane(x, y);
      T* q = span.pixel(x, y);
      q[0] = sample(p.r), q[1] = sample(p.g), q[2] = sample(p.b);
    }
  return bitmap;
}

// sRGB at the depth the photo has: 16 bits unless it has 8, and also where a profile lies between, so that nothing is rounded twice.
image::SampleType depthBetween(const image::Photo& photo) {
  const bool eight = photo.pixels.sampleType() == image::SampleType::U8 && image::isSrgb(photo.profile);
  return eight ? image::SampleType::U8 : image::SampleType::U16;
}

}  // namespace

Result<image::Rect> windowOf(const completion::CompletionRequest& request) {
  const image::Rect window = wishedWindow(request);
  if (image::intersected(window, request.mask->support()).empty())
    return badInput("The given window does not touch the mask: move the window over the part to complete.");
  if (std::max(window.width, window.height) > kWidestWindow)
    return badInput("The window is more than 32000 pixels wide: choose a smaller one, or leave it on automatic.");
  return window;
}

Result<image::Bitmap> windowPicture(const completion::CompletionRequest& request, const image::Rect& window) {
  const image::Photo& photo = *request.photo;
  return image::toSrgb(photo.pixels.cropped(window), photo.profile, depthBetween(photo));
}

Result<Plane> windowPlane(const completion::CompletionRequest& request, const image::Rect& window) {
  const mask::Mask mask = request.mask->cropped(window);
  const Result<image::Bitmap> pixels = windowPicture(request, window);
  if (!pixels) return pixels.failure();
  if (pixels->sampleType() == image::SampleType::U8) return planeOf<std::uint8_t>(*pixels, mask, 1.0f / 255);
  return planeOf<std::uint16_t>(*pixels, mask, 1.0f / 65535);
}

Result<completion::Candidate> candidateOf(const completion::CompletionRequest& request, const image::Rect& window, const Plane& picture) {
  const image::Rect changed = image::intersected(window, request.mask->support());
  Plane part(changed.width, changed.height);
  for (int y = 0; y < part.height(); ++y)
    std::copy_n(picture.at(changed.x - window.x, changed.y - window.y + y), part.width(), part.at(0, y));
  return candidateFrom(*request.photo, changed, part, request.mask->cropped(changed));
}

Result<completion::Candidate> candidateFrom(const image::Photo& photo, const image::Rect& changed, const Plane& picture, mask::Mask blend) {
  const image::Bitmap filled = depthBetween(photo) == image::SampleType::U8
                                   ? bitmapOf<std::uint8_t>(picture, image::SampleType::U8, 255)
                                   : bitmapOf<std::uint16_t>(picture, image::SampleType::U16, 65535);
  Result<image::Bitmap> pixels = image::convertColours(
      filled, {}, photo.profile, photo.pixels.sampleType() == image::SampleType::U8 ? image::SampleType::U8 : image::SampleType::U16);
  if (!pixels) return pixels.failure();
  completion::Candidate candidate;
  candidate.window = changed;
  candidate.pixels = std::make_shared<const image::Bitmap>(image::withSampleType(*pixels, photo.pixels.sampleType()));
  candidate.blend = std::make_shared<const mask::Mask>(std::move(blend));
  return candidate;
}

}  // namespace retailor::patch_diffusion
