#include "core/metrics/masked_protocols.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/mask/opencv_mask.h"
#include "core/metrics/comparable.h"

namespace retailor::metrics {
namespace {

constexpr double kCropMargin = 0.05;  // on each side

template <class Sample>
image::Bitmap overWhiteAs(const image::Bitmap& picture) {
  image::Bitmap flat(picture.size(), 3, picture.sampleType());
  const auto from = picture.view<Sample>();
  const auto to = flat.span<Sample>();
  const double white = rangeOf(picture.sampleType());
  for (int y = 0; y < from.height; ++y)
    for (int x = 0; x < from.width; ++x) {
      const double alpha = from.pixel(x, y)[3] / white;
      for (int c = 0; c < 3; ++c) to.pixel(x, y)[c] = static_cast<Sample>(std::lround(white + (from.pixel(x, y)[c] - white) * alpha));
    }
  return flat;
}

}  // namespace

std::string_view labelOf(Protocol protocol) {
  switch (protocol) {
    case Protocol::Full: return "full";
    case Protocol::Paste: return "paste";
    case Protocol::Inside: return "inside";
    case Protocol::Crop: return "crop";
  }
  return {};
}

Result<image::Bitmap> pastedIntoTruth(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  if (const Result<void> good = checkInside(mask, result.size()); !good) return good.failure();
  image::Bitmap pasted = truth;
  cv::Mat into = image::toCv(pasted);
  image::toCv(result).copyTo(into, mask::binarised(mask, mask.bounds(), 128));
  return pasted;
}

image::Rect cropAround(const mask::Mask& mask) {
  const cv::Rect box = cv::boundingRect(mask::binarised(mask, mask.bounds(), 128));
  if (box.empty()) return {};
  const int across = static_cast<int>(std::ceil(box.width * kCropMargin)), down = static_cast<int>(std::ceil(box.height * kCropMargin));
  return image::intersected({box.x - across, box.y - down, box.width + 2 * across, box.height + 2 * down}, mask.bounds());
}

image::Bitmap overWhite(const image::Bitmap& picture) {
  if (!picture.hasAlpha()) return picture;
  return picture.sampleType() == image::SampleType::U16 ? overWhiteAs<std::uint16_t>(picture) : overWhiteAs<std::uint8_t>(picture);
}

}  // namespace retailor::metrics
