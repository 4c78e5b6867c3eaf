#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "core/completion/completion_method.h"
#include "core/methods/patch_diffusion/denoising/counter_noise.h"

// A drawn "portrait" with the textures of a photo, references made from it as another picture of the same person would look, and a
// listener that remembers what it heard.
namespace retailor::portrait {

using image::Bitmap;
using mask::Mask;

inline double noiseAt(int x, int y, int grain) {
  return static_cast<double>(
             patch_diffusion::counterHash(static_cast<std::uint64_t>(grain), static_cast<std::uint64_t>(x), static_cast<std::uint64_t>(y)) &
             1023) /
         1023;
}

// Value noise with cells of `cell` pixels.
inline double clouds(double x, double y, double cell, int grain) {
  const int left = static_cast<int>(std::floor(x / cell)), top = static_cast<int>(std::floor(y / cell));
  const double u = x / cell - left, v = y / cell - top;
  const double a = noiseAt(left, top, grain), b = noiseAt(left + 1, top, grain), c = noiseAt(left, top + 1, grain),
               d = noiseAt(left + 1, top + 1, grain);
  return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
}

struct Rgb {
  double r, g, b;
};

// The scene at position (x, y) of a picture of side 1: backdrop, head with hair, shirt with stripes, pocket and buttons.
inline Rgb sceneAt(double x, double y) {
  const double grain = 0.5 * clouds(x * 256, y * 256, 9, 1) + 0.3 * clouds(x * 256, y * 256, 3, 2) - 0.4;
  if (std::hypot((x - 0.5) / 0.14, (y - 0.27) / 0.18) < 1) {
    const bool hair = y < 0.2 + 0.03 * std::sin(x * 40);
    if (hair) return {0.35 + 0.3 * grain + 0.1 * std::sin(x * 300 + y * 60), 0.22 + 0.25 * grain, 0.12 + 0.2 * grain};
    return {0.82 + 0.15 * grain - 0.3 * std::abs(x - 0.5), 0.62 + 0.15 * grain, 0.5 + 0.15 * grain};
  }
  if (y > 0.45 + 1.2 * (x - 0.5) * (x - 0.5)) {
    const bool pocket = x > 0.58 && x < 0.7 && y > 0.62 && y < 0.76;
    const bool button = std::hypot(x - 0.5, std::fmod(y, 0.1) - 0.05) < 0.012;
    const double stripe = 0.12 * std::sin(x * 90 + 6 * y) + 0.35 * clouds(x * 256, y * 256, 30, 3);
    if (button) return {0.9, 0.88, 0.8};
    return {0.25 + stripe + 0.2 * grain + (pocket ? 0.15 : 0), 0.32 + 0.6 * stripe + 0.2 * grain, 0.55 + 0.4 * stripe + 0.2 * grain};
  }
  return {0.6 + 0.25 * clouds(x * 256, y * 256, 40, 4) + 0.1 * grain, 0.62 + 0.2 * clouds(x * 256, y * 256, 50, 5) + 0.1 * grain,
          0.55 + 0.1 * grain};
}

inline std::uint8_t sample(double v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0, 1.0) * 255)); }

inline Bitmap drawn(int side, auto&& rgbAt) {
  Bitmap bitmap({side, side}, 3, image::SampleType::U8);
  const auto span = bitmap.span<std::uint8_t>();
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const Rgb rgb = rgbAt((x + 0.5) / side, (y + 0.5) / side);
      std::uint8_t* p = span.pixel(x, y);
      p[0] = sample(rgb.r), p[1] = sample(rgb.g), p[2] = sample(rgb.b);
    }
  return bitmap;
}

inline Bitmap photo(int side) { return drawn(side, sceneAt); }

// Photo position seen at a reference position: turned by 8 degrees, at .85 of the size, gently warped (fractions of the side).
inline std::pair<double, double> seenAt(double x, double y) {
  const double angle = 8 * std::numbers::pi / 180, u = (x - 0.5), v = (y - 0.5);
  const double warpX = 0.008 * std::sin(7 * y + 1), warpY = 0.008 * std::sin(8 * x + 2);
  return {0.5 + std::cos(angle) * u + std::sin(angle) * v + warpX, 0.5 - std::sin(angle) * u + std::cos(angle) * v + warpY};
}

// The same scene in another light: gains 1.12, 1, .9 and gamma 1.15.
inline Bitmap reference(int side) {
  return drawn(static_cast<int>(side * 0.85), [](double x, double y) {
    const auto [px, py] = seenAt(x, y);
    const Rgb rgb = sceneAt(px, py);
    const auto lit = [](double v, double gain) { return std::pow(std::clamp(v * gain, 0.0, 1.0), 1.15); };
    return Rgb{lit(rgb.r, 1.12), lit(rgb.g, 1), lit(rgb.b, 0.9)};
  });
}

inline bool isShirt(double x, double y) { return y > 0.47 + 1.2 * (x - 0.5) * (x - 0.5); }
inline bool isHead(double x, double y) { return std::hypot((x - 0.5) / 0.15, (y - 0.27) / 0.19) < 1; }

inline Mask maskOf(int side, auto&& inside) {
  Mask mask({side, side});
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) mask.row(y)[x] = inside((x + 0.5) / side, (y + 0.5) / side) ? 255 : 0;
  return mask;
}

inline Mask referenceMask(int side, bool (*inside)(double, double)) {
  return maskOf(static_cast<int>(side * 0.85), [&](double x, double y) {
    const auto [px, py] = seenAt(x, y);
    return inside(px, py);
  });
}

inline bool inShirtHole(double x, double y) { return std::hypot((x - 0.52) / 0.24, (y - 0.74) / 0.16) < 1; }

// Where the reference belongs, then off by about 5 pixels of 512, 3 % and 2 degrees.
inline completion::Placement misplaced(int side, double off = 1) {
  const double size = side * (1 + 0.03 * off), shift = side * 0.0085 * off;
  return {side / 2.0 - size / 2 + shift, side / 2.0 - size / 2 - shift * 0.5, size, size, -8 + 2 * off};
}

inline completion::TaggedReference tagged(const std::string& name, completion::BodyRegion region, Bitmap picture, Mask mask) {
  completion::TaggedReference reference;
  reference.name = name;
  reference.region = region;
  reference.picture = std::make_shared<const Bitmap>(std::move(picture));
  reference.mask = std::make_shared<const Mask>(std::move(mask));
  return reference;
}

inline completion::CompletionRequest request(Bitmap pixels, Mask mask) {
  completion::CompletionRequest request;
  auto held = std::make_shared<image::Photo>();
  held->pixels = std::move(pixels);
  request.photo = held;
  request.mask = std::make_shared<const Mask>(std::move(mask));
  request.settings.threads = 2;
  return request;
}

// The shirt's middle missing, and a misplaced shirt to take it from.
inline completion::CompletionRequest shirtRequest(int side) {
  completion::CompletionRequest made = request(photo(side), maskOf(side, inShirtHole));
  made.references.push_back(tagged("shirt", completion::BodyRegion::UpperClothes, reference(side), referenceMask(side, isShirt)));
  made.references[0].placement = misplaced(side);
  return made;
}

class Remembering : public completion::CompletionListener {
 public:
  void stageBegan(const std::string& name, double) override { stages.push_back(name); }
  void stepDone(int step, int, double) override { steps = step; }
  void previewReady(const image::Rect&, Bitmap picture) override { previews.push_back(std::move(picture)); }
  void noted(const std::string& sentence) override { notes.push_back(sentence); }

  std::vector<std::string> stages, notes;
  std::vector<Bitmap> previews;
  int steps = 0;
};

// Peak signal to noise ratio over the pixels of `where`, in dB.
inline double psnr(const Bitmap& a, const Bitmap& b, const Mask& where) {
  double error = 0, count = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x)
      for (int c = 0; where.at(x, y) > 0 && c < 3; ++c, ++count) {
        const double d = a.view<std::uint8_t>().pixel(x, y)[c] - b.view<std::uint8_t>().pixel(x, y)[c];
        error += d * d;
      }
  return 10 * std::log10(255.0 * 255 / std::max(error / std::max(count, 1.0), 1e-6));
}

}  // namespace retailor::portrait
