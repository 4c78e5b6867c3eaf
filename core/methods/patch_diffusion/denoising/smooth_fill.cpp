#include "core/methods/patch_diffusion/denoising/smooth_fill.h"

#include <algorithm>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/level.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kRelaxations = 6;  // at every size; the coarser ones did the rest

// Half-size plane read between its pixels at the finer pixel (x, y).
Pixel between(const Plane& half, int x, int y) {
  const int x1 = x / 2, y1 = y / 2;
  const int x2 = std::clamp(x1 + (x % 2 ? 1 : -1), 0, half.width() - 1), y2 = std::clamp(y1 + (y % 2 ? 1 : -1), 0, half.height() - 1);
  const Pixel &a = half(x1, y1), &b = half(x2, y1), &c = half(x1, y2), &d = half(x2, y2);
  const auto mix = [](float p, float q, float r, float s) { return (9 * p + 3 * q + 3 * r + s) / 16; };
  return {mix(a.r, b.r, c.r, d.r), mix(a.g, b.g, c.g, d.g), mix(a.b, b.b, c.b, d.b), 1};
}

void fillFrom(const Plane& half, Plane& field, Crew& crew) {
  crew.overRows(field.height(), [&](int y) {
    for (int x = 0; x < field.width(); ++x) {
      Pixel& pixel = field(x, y);
      if (pixel.usable >= 1) continue;
      const Pixel filled = between(half, x, y);
      const float known = pixel.usable;
      pixel.r += (1 - known) * (filled.r - pixel.r), pixel.g += (1 - known) * (filled.g - pixel.g),
          pixel.b += (1 - known) * (filled.b - pixel.b);
    }
  });
}

// One sweep toward the mean of the four neighbours; pixels with usable 1 are fixed. `from` and `to` differ, so rows may run at once.
void relax(const Plane& from, Plane& to, Crew& crew) {
  const int right = from.width() - 1, bottom = from.height() - 1;
  crew.overRows(from.height(), [&](int y) {
    for (int x = 0; x <= right; ++x) {
      to(x, y) = from(x, y);
      if (from(x, y).usable >= 1) continue;
      const Pixel &a = from(std::max(x - 1, 0), y), &b = from(std::min(x + 1, right), y), &c = from(x, std::max(y - 1, 0)),
                  &d = from(x, std::min(y + 1, bottom));
      to(x, y).r = (a.r + b.r + c.r + d.r) / 4, to(x, y).g = (a.g + b.g + c.g + d.g) / 4, to(x, y).b = (a.b + b.b + c.b + d.b) / 4;
    }
  });
}

}  // namespace

void continueHarmonically(Plane& field, Crew& crew) {
  if (std::max(field.width(), field.height()) <= 1 || crew.stopped()) return;
  Plane half = halved(field, crew);
  continueHarmonically(half, crew);
  fillFrom(half, field, crew);
  Plane other = field;
  for (int i = 0; i < kRelaxations / 2; ++i) {
    relax(field, other, crew);
    relax(other, field, crew);
  }
}

}  // namespace retailor::patch_diffusion
