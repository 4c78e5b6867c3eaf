#include "core/methods/patch_diffusion/patch_inputs.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/image/bitmap.h"

namespace retailor::patch_diffusion {

namespace {

using completion::PreparedInput;

std::uint8_t sampleOf(float value) { return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0f, 1.0f) * 255)); }

image::Bitmap coloursOf(const image::Bitmap& picture) {
  const image::Bitmap eight = image::withSampleType(picture, image::SampleType::U8);
  if (!eight.hasAlpha()) return eight;
  image::Bitmap colours(eight.size(), 3, image::SampleType::U8);
  const auto from = eight.view<std::uint8_t>();
  const auto to = colours.span<std::uint8_t>();
  for (int y = 0; y < colours.height(); ++y)
    for (int x = 0; x < colours.width(); ++x) std::copy_n(from.pixel(x, y), 3, to.pixel(x, y));
  return colours;
}

image::Bitmap holeOf(const Level& level) {
  image::Bitmap hole({level.kind.width(), level.kind.height()}, 1, image::SampleType::U8);
  const auto span = hole.span<std::uint8_t>();
  for (int y = 0; y < hole.height(); ++y)
    for (int x = 0; x < hole.width(); ++x) *span.pixel(x, y) = level.kind(x, y) == Kind::Hole ? 255 : 0;
  return hole;
}

image::Bitmap placedPicture(const Plane& plane) {
  image::Bitmap picture({plane.width(), plane.height()}, 4, image::SampleType::U8);
  const auto span = picture.span<std::uint8_t>();
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) {
      const Pixel& p = plane(x, y);
      if (p.usable <= 0) continue;
      std::uint8_t* q = span.pixel(x, y);
      q[0] = sampleOf(p.r), q[1] = sampleOf(p.g), q[2] = sampleOf(p.b), q[3] = 255;
    }
  return picture;
}

}  // namespace

completion::PreparedInputs inputsOf(const Level& finest, WindowShown window, const std::vector<std::size_t>& indices) {
  using Behind = PreparedInput::Behind;
  completion::PreparedInputs inputs;
  inputs.window = window.rect;
  inputs.pictures.push_back({PreparedInput::Kind::Crop, Behind::Window, coloursOf(window.picture)});
  inputs.pictures.push_back({PreparedInput::Kind::ModelMask, Behind::Mask, holeOf(finest)});
  inputs.pictures.push_back({PreparedInput::Kind::BlendMask, Behind::Mask, window.blend.toBitmap()});
  for (std::size_t i = 0; i < finest.references.size(); ++i)
    inputs.pictures.push_back({PreparedInput::Kind::Reference, Behind::Placement, placedPicture(finest.references[i]), indices.at(i),
                               PreparedInput::Looker::Patches});
  return inputs;
}

}  // namespace retailor::patch_diffusion
