#include <cassert>

#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/image/parallel_rows.h"
#include "core/mask/opencv_mask.h"
#include "core/mask/shapes.h"

namespace retailor::mask {

namespace {

// OpenCV converts the end of a row with other instructions than its middle: the same colour may differ this much from itself.
constexpr float kWandRounding = 0.02f;

// L 0..100, a and b in the same unit, from sRGB 0..255 (CIE 1976, D65).
cv::Mat toLab(const cv::Mat& rgb) {
  cv::Mat unit, lab;
  rgb.convertTo(unit, CV_32F, 1.0 / 255);
  cv::cvtColor(unit, lab, cv::COLOR_RGB2Lab);
  return lab;
}

cv::Mat rgbRow(const cv::Mat& picture, int y) {
  cv::Mat rgb = picture.row(y);
  if (picture.channels() == 4) cv::cvtColor(rgb, rgb, cv::COLOR_RGBA2RGB);
  return rgb;
}

void markSimilar(const cv::Mat& lab, const cv::Vec3f& wanted, float tolerance, std::uint8_t* row) {
  const float limit = tolerance * tolerance;
  for (int x = 0; x < lab.cols; ++x) {
    const cv::Vec3f d = lab.at<cv::Vec3f>(0, x) - wanted;
    row[x] = d.dot(d) <= limit ? 255 : 0;
  }
}

// Only what hangs together with (x, y) by pixel sides.
void keepConnected(Mask& mask, int x, int y) {
  constexpr int kReached = 128;
  cv::Mat coverage = writableMat(mask);
  cv::floodFill(coverage, {x, y}, kReached, nullptr, 0, 0, 4);
  cv::compare(coverage, kReached, coverage, cv::CMP_EQ);
}

}  // namespace

Mask similarColours(const image::Bitmap& photo, int x, int y, double tolerance, bool contiguous) {
  assert(photo.sampleType() == image::SampleType::U8 && photo.channels() >= 3);
  Mask result(photo.size());
  if (!result.bounds().contains(x, y)) return result;
  const cv::Mat picture = image::toCv(photo);
  const cv::Vec3f wanted = toLab(rgbRow(picture, y)).at<cv::Vec3f>(0, x);
  const float within = static_cast<float>(std::max(tolerance, 0.0)) + kWandRounding;
  image::overRows(photo.height(), photo.byteCount(), [&](int first, int last) {
    for (int line = first; line < last; ++line) markSimilar(toLab(rgbRow(picture, line)), wanted, within, result.row(line));
  });
  if (contiguous) keepConnected(result, x, y);
  return result;
}

}  // namespace retailor::mask
