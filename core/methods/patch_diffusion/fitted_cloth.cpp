#include "core/methods/patch_diffusion/fitted_cloth.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/methods/patch_diffusion/request_window.h"

namespace retailor::patch_diffusion {

namespace {

using completion::FittedReferences;

// The cloth at a photo pixel, times its coverage; usable is the coverage, 0..1.
Pixel clothAt(const FittedReferences& fitted, int x, int y) {
  Pixel sum;
  for (const completion::PlacedReference& one : fitted.placed) {
    if (!one.window.contains(x, y)) continue;
    const int px = x - one.window.x, py = y - one.window.y;
    const float coverage = static_cast<float>(one.coverage->at(px, py)) / 255;
    if (coverage <= 0) continue;
    const float* p = one.picture->view<float>().pixel(px, py);
    sum.r += coverage * p[0], sum.g += coverage * p[1], sum.b += coverage * p[2], sum.usable += coverage;
  }
  return sum;
}

bool hides(const FittedReferences& fitted, int x, int y) { return fitted.change.at(x, y) != 0 && fitted.rest.at(x, y) == 0; }

// Coverage 0..1 of cloth and fill together, and the colour that has to be blended in for it.
float blended(const Pixel& cloth, const Pixel& fill, float share, Pixel& colour) {
  const float behind = (1 - cloth.usable) * share, all = cloth.usable + behind;
  if (all <= 0) return 0;
  colour = {(cloth.r + behind * fill.r) / all, (cloth.g + behind * fill.g) / all, (cloth.b + behind * fill.b) / all, 1};
  return std::min(all, 1.0f);
}

}  // namespace

Grid<std::uint8_t> hiddenByCloth(const FittedReferences& fitted, const image::Rect& window) {
  Grid<std::uint8_t> hidden(window.width, window.height);
  for (int y = 0; y < window.height; ++y)
    for (int x = 0; x < window.width; ++x) hidden(x, y) = hides(fitted, window.x + x, window.y + y);
  return hidden;
}

void hideBehindCloth(Plane& photo, const FittedReferences& fitted, const image::Rect& window) {
  for (int y = 0; y < window.height; ++y)
    for (int x = 0; x < window.width; ++x)
      if (hides(fitted, window.x + x, window.y + y)) photo(x, y).usable = 0;
}

void layCloth(image::Bitmap& preview, const FittedReferences& fitted, const image::Rect& window) {
  const auto span = preview.span<std::uint8_t>();
  for (int y = 0; y < preview.height(); ++y)
    for (int x = 0; x < preview.width(); ++x) {
      const Pixel cloth = clothAt(fitted, window.x + x * window.width / preview.width(), window.y + y * window.height / preview.height());
      if (cloth.usable <= 0) continue;
      std::uint8_t* p = span.pixel(x, y);
      const auto over = [&](std::uint8_t below, float c) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(255 * c + (1 - cloth.usable) * static_cast<float>(below), 0.0f, 255.0f)));
      };
      p[0] = over(p[0], cloth.r), p[1] = over(p[1], cloth.g), p[2] = over(p[2], cloth.b);
    }
}

Result<completion::Candidate> fittedCandidate(const completion::CompletionRequest& request, const FittedReferences& fitted,
                                              const image::Rect& window, const Plane& fill) {
  const image::Rect changed = fitted.change.support();
  if (changed.empty())
    return badInput("Nothing of the fitted garments lies on the photo where it may change; check the mask and the pins.");
  Plane picture(changed.width, changed.height);
  mask::Mask blend(changed.size());
  for (int y = 0; y < changed.height; ++y)
    for (int x = 0; x < changed.width; ++x) {
      const int px = changed.x + x, py = changed.y + y;
      const bool filled = window.contains(px, py);
      const float share = filled ? static_cast<float>(fitted.rest.at(px, py)) / 255 : 0.0f;
      const float all = blended(clothAt(fitted, px, py), filled ? fill(px - window.x, py - window.y) : Pixel(), share, picture(x, y));
      blend.row(y)[x] = static_cast<std::uint8_t>(std::lround(255 * all));
    }
  return candidateFrom(*request.photo, changed, picture, std::move(blend));
}

}  // namespace retailor::patch_diffusion
