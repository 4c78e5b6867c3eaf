#include "core/methods/patch_diffusion/preview_picture.h"

#include <algorithm>
#include <cmath>

namespace retailor::patch_diffusion {

namespace {
constexpr int kLongest = 512;

std::uint8_t sample(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0f, 1.0f) * 255)); }
}  // namespace

image::Bitmap previewPicture(const Level& level, const Plane& estimate) {
  const int longest = std::max(level.photo.width(), level.photo.height());
  const int skip = (longest + kLongest - 1) / kLongest, repeat = std::max(1, kLongest / 2 / longest);
  const image::Size size{(level.photo.width() + skip - 1) / skip * repeat, (level.photo.height() + skip - 1) / skip * repeat};
  image::Bitmap picture(size, 3, image::SampleType::U8);
  const auto span = picture.span<std::uint8_t>();
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) {
      const int px = x / repeat * skip, py = y / repeat * skip;
      const Pixel& p = level.kind(px, py) == Kind::Hole ? estimate(px, py) : level.photo(px, py);
      std::uint8_t* q = span.pixel(x, y);
      q[0] = sample(p.r), q[1] = sample(p.g), q[2] = sample(p.b);
    }
  return picture;
}

}  // namespace retailor::patch_diffusion
