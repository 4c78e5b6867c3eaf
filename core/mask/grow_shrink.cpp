#include "core/mask/grow_shrink.h"

#include <cmath>

#include "core/mask/connected_pieces.h"
#include "core/mask/edge_distance.h"
#include "core/mask/opencv_mask.h"

namespace retailor::mask {

namespace {

constexpr int kHalf = 128;

// d <= r is asked of floats that stand for square roots of whole numbers.
constexpr float kRounding = 1e-4f;

}  // namespace

Mask grown(const Mask& mask, double pixels) {
  if (pixels == 0 || !std::isfinite(pixels)) return mask;
  Mask result(mask.size());
  const image::Rect work = workArea(mask, kHalf, std::max(pixels, 0.0));
  if (work.empty()) return result;
  const cv::Mat inside = binarised(mask, work, kHalf);
  cv::Mat part = writableMat(result)(toCv(work));
  const float reach = static_cast<float>(std::abs(pixels)) + kRounding;
  const cv::Mat wanted = pixels > 0 ? cv::Mat(distanceTo(inside) <= reach) : cv::Mat(distanceTo(~inside) > reach);
  wanted.copyTo(part);
  return result;
}

Mask cleaned(const Mask& mask, int pixels) {
  Mask result = mask;
  const image::Rect work = workArea(mask, 1, 1);
  if (work.empty() || pixels <= 0) return result;
  const cv::Mat part = writableMat(result)(toCv(work));
  removeIslands(part, pixels);
  fillHoles(part, pixels);
  return result;
}

}  // namespace retailor::mask
