#include <algorithm>
#include <cmath>

#include "core/mask/edge_distance.h"
#include "core/mask/grow_shrink.h"
#include "core/mask/opencv_mask.h"

namespace retailor::mask {

namespace {

// The mask's edge runs between pixel centres, half a pixel from either side's nearest centre.
constexpr float kEdge = 0.5f;

std::uint8_t smoothstep(float t) {
  t = std::clamp(t, 0.0f, 1.0f);
  return static_cast<std::uint8_t>(255 * t * t * (3 - 2 * t) + 0.5f);
}

}  // namespace

Mask feathered(const Mask& mask, double pixels) {
  if (!(pixels > 0) || !std::isfinite(pixels)) return mask;
  Mask result(mask.size());
  const image::Rect work = workArea(mask, 128, pixels + kEdge);
  if (work.empty()) return result;
  const cv::Mat inside = binarised(mask, work, 128);
  const cv::Mat within = distanceTo(~inside), beyond = distanceTo(inside);
  const float scale = static_cast<float>(0.5 / pixels);
  for (int y = 0; y < work.height; ++y) {
    const float *in = within.ptr<float>(y), *out = beyond.ptr<float>(y);
    std::uint8_t* row = result.row(work.y + y) + work.x;
    for (int x = 0; x < work.width; ++x) row[x] = smoothstep(0.5f + (in[x] > 0 ? in[x] - kEdge : kEdge - out[x]) * scale);
  }
  return result;
}

Mask featheredInward(const Mask& mask, double pixels) {
  if (!(pixels > 0) || !std::isfinite(pixels)) return mask;
  Mask result = mask;
  const image::Rect work = workArea(mask, 1, 0);
  if (work.empty()) return result;
  const cv::Mat within = distanceTo(binarised(mask, work, 1) == 0);
  const float scale = static_cast<float>(1 / pixels);
  for (int y = 0; y < work.height; ++y) {
    const float* in = within.ptr<float>(y);
    std::uint8_t* row = result.row(work.y + y) + work.x;
    for (int x = 0; x < work.width; ++x) row[x] = std::min(row[x], smoothstep((in[x] - kEdge) * scale));
  }
  return result;
}

}  // namespace retailor::mask
