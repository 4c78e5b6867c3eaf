#include "core/methods/patch_diffusion/placing/request_references.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

// Reads one pixel of the shrunk picture: the mean of `factor` x `factor` pixels, colours weighted by alpha.
class ShrunkReader {
 public:
  ShrunkReader(const completion::TaggedReference& reference, int factor)
      : m_view(reference.picture->view<std::uint8_t>()), m_mask(reference.mask.get()), m_factor(factor) {}

  void read(int x, int y, Pixel& colour, float& region) const {
    const int left = x * m_factor, top = y * m_factor;
    const int right = std::min(left + m_factor, m_view.width), bottom = std::min(top + m_factor, m_view.height);
    float r = 0, g = 0, b = 0, alpha = 0, counted = 0;
    for (int py = top; py < bottom; ++py)
      for (int px = left; px < right; ++px) {
        const std::uint8_t* p = m_view.pixel(px, py);
        const float a = m_view.channels == 4 ? static_cast<float>(p[3]) / 255 : 1.0f;
        r += a * p[0], g += a * p[1], b += a * p[2], alpha += a;
        counted += a * (m_mask ? static_cast<float>(m_mask->at(px, py)) / 255 : 1.0f);
      }
    const auto pixels = static_cast<float>((right - left) * (bottom - top));
    if (alpha < 0.5f * pixels) return;
    const float scale = 1 / (255 * alpha);
    colour = {r * scale, g * scale, b * scale, 1};
    region = counted / pixels;
  }

 private:
  image::View<const std::uint8_t> m_view;
  const mask::Mask* m_mask;
  int m_factor;
};

RegionPicture shrunk(const completion::TaggedReference& reference, int factor, Crew& crew) {
  const int width = (reference.picture->width() + factor - 1) / factor, height = (reference.picture->height() + factor - 1) / factor;
  RegionPicture picture{Plane(width, height), Grid<float>(width, height)};
  const ShrunkReader reader(reference, factor);
  crew.overRows(height, [&](int y) {
    for (int x = 0; x < width; ++x) reader.read(x, y, picture.colour(x, y), picture.region(x, y));
  });
  return picture;
}

// Photo pixels to full reference pixels.
Affine photoToPicture(const completion::Placement& at, const image::Bitmap& picture) {
  const double angle = at.degrees * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
  const double across = picture.width() / at.width, down = picture.height() / at.height;
  const Affine turnedBack{cosine, sine, 0, -sine, cosine, 0};
  const Affine aboutCentre = turnedBack.after({1, 0, -(at.x + at.width / 2), 0, 1, -(at.y + at.height / 2)});
  return Affine{across, 0, picture.width() / 2.0, 0, down, picture.height() / 2.0}.after(aboutCentre);
}

// The whole factor that brings the picture to the photo's scale but not below; unplaced ones to the window's size.
int factorFor(const completion::TaggedReference& reference, const image::Rect& window) {
  const image::Bitmap& picture = *reference.picture;
  const double perPixel = reference.placement
                              ? std::min(picture.width() / reference.placement->width, picture.height() / reference.placement->height)
                              : static_cast<double>(std::max(picture.width(), picture.height())) / std::max(window.width, window.height);
  return std::max(1, static_cast<int>(perPixel + 0.1));
}

TaskReference taskReference(const completion::TaggedReference& reference, const image::Rect& window, Crew& crew) {
  const int factor = factorFor(reference, window);
  TaskReference task{reference.name, reference.region, reference.weight, ReferencePicture(shrunk(reference, factor, crew), crew), {}};
  if (!reference.placement) return task;
  const Affine shrink{1.0 / factor, 0, 0, 0, 1.0 / factor, 0};
  const Affine fromWindow{1, 0, static_cast<double>(window.x), 0, 1, static_cast<double>(window.y)};
  task.placement = shrink.after(photoToPicture(*reference.placement, *reference.picture)).after(fromWindow);
  return task;
}

}  // namespace

std::vector<TaskReference> referencesOf(const completion::CompletionRequest& request, const image::Rect& window, Crew& crew) {
  std::vector<TaskReference> references;
  for (const completion::TaggedReference& reference : request.references)
    if (reference.weight > 0 && !crew.stopped()) references.push_back(taskReference(reference, window, crew));
  return references;
}

}  // namespace retailor::patch_diffusion
