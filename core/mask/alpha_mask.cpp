#include "core/mask/alpha_mask.h"

#include <opencv2/core.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/mask/opencv_mask.h"

namespace retailor::mask {

namespace {

constexpr double kLeastClear = 0.01;  // of the picture: less is an edge that some program softened

}  // namespace

std::optional<Mask> alphaMask(const image::Bitmap& picture) {
  if (!picture.hasAlpha() || picture.sampleType() != image::SampleType::U8) return std::nullopt;
  Mask alpha(picture.size());
  cv::Mat out = writableMat(alpha);
  cv::extractChannel(image::toCv(picture), out, 3);
  const double clear = 1 - static_cast<double>(cv::countNonZero(out >= 128)) / static_cast<double>(out.total());
  if (clear < kLeastClear) return std::nullopt;
  return alpha;
}

}  // namespace retailor::mask
