#include "core/metrics/comparable.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/image/opencv_bitmap.h"

namespace retailor::metrics {
namespace {

std::string sidesOf(image::Size size) { return std::to_string(size.width) + " × " + std::to_string(size.height); }

bool allFinite(const image::Bitmap& picture) {
  if (picture.sampleType() != image::SampleType::F32) return true;
  const auto view = picture.view<float>();
  const std::size_t count = picture.byteCount() / sizeof(float);
  return std::all_of(view.data, view.data + count, [](float sample) { return std::isfinite(sample); });
}

}  // namespace

Result<void> checkComparable(const image::Bitmap& result, const image::Bitmap& truth) {
  if (result.empty() || truth.empty()) return badInput("A picture to compare has no pixels.");
  if (result.size() != truth.size())
    return badInput("The pictures to compare differ in size: " + sidesOf(result.size()) + " and " + sidesOf(truth.size()) +
                    " pixels; bring them to one size first.");
  if (result.channels() != 3 || truth.channels() != 3) return badInput("Only RGB pictures without transparency can be compared.");
  if (result.sampleType() != truth.sampleType()) return badInput("The pictures to compare differ in bits per sample; convert one of them.");
  if (!allFinite(result) || !allFinite(truth)) return badInput("A picture to compare holds samples that are no numbers.");
  return {};
}

Result<void> checkInside(const mask::Mask& mask, image::Size size) {
  if (mask.size() != size)
    return badInput("The mask is " + sidesOf(mask.size()) + " pixels and the picture " + sidesOf(size) + "; they must be of one size.");
  for (int y = 0; y < mask.height(); ++y)
    if (std::any_of(mask.row(y), mask.row(y) + mask.width(), isInside)) return {};
  return badInput("The mask is empty: no pixel of it is at least half white, so there is nothing to measure inside it.");
}

double rangeOf(image::SampleType type) {
  switch (type) {
    case image::SampleType::U8: return 255;
    case image::SampleType::U16: return 65535;
    case image::SampleType::F32: return 1;
  }
  return 1;
}

cv::Mat channelOf(const image::Bitmap& picture, int channel) {
  cv::Mat one, samples;
  cv::extractChannel(image::toCv(picture), one, channel);
  one.convertTo(samples, CV_64F);
  return samples;
}

cv::Mat lumaOf(const image::Bitmap& picture) {
  const double scale = 255 / rangeOf(picture.sampleType());
  const cv::Mat luma = 0.299 * channelOf(picture, 0) + 0.587 * channelOf(picture, 1) + 0.114 * channelOf(picture, 2);
  return scale == 1 ? luma : cv::Mat(luma * scale);
}

}  // namespace retailor::metrics
