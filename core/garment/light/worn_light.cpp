#include "core/garment/light/worn_light.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/garment/light/cloth_clusters.h"
#include "core/image/colour.h"
#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr int kLightWorkingSide = 1024;
constexpr double kLightUnit = 330;  // worn garment's longer side at which the figures below are pixels
constexpr double kLow = 14, kMid = 2.5, kFade = 4;
constexpr float kFloor = 0.004f;  // of linear luminance, under which there is only noise
constexpr double kDark = 0.02;    // base luminance at which half is reliable
constexpr double kDarkest = 0.35, kLightest = 1.15;

cv::Mat linearLuminance(const cv::Mat& rgb) {
  float curve[256];
  for (int i = 0; i < 256; ++i) curve[i] = image::srgbToLinear(static_cast<float>(i) / 255);
  cv::Mat luminance(rgb.size(), CV_32F);
  for (int y = 0; y < rgb.rows; ++y)
    for (int x = 0; x < rgb.cols; ++x) {
      const cv::Vec3b p = rgb.at<cv::Vec3b>(y, x);
      luminance.at<float>(y, x) = 0.2126f * curve[p[0]] + 0.7152f * curve[p[1]] + 0.0722f * curve[p[2]];
    }
  return luminance;
}

float median(std::vector<float> values) {
  if (values.empty()) return 0;
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

std::vector<float> valuesOf(const cv::Mat& field, const cv::Mat& label, int cluster) {
  std::vector<float> values;
  for (int y = 0; y < field.rows; ++y)
    for (int x = 0; x < field.cols; ++x)
      if (label.at<std::uint8_t>(y, x) == cluster) values.push_back(field.at<float>(y, x));
  return values;
}

// What each pixel differs from its own cloth's middle, and where that means anything: not where two cloths meet.
struct Residual {
  cv::Mat value, weight;
};

Residual residualOf(const cv::Mat& logLight, const ClothClusters& clusters) {
  Residual residual{cv::Mat::zeros(logLight.size(), CV_32F), cv::Mat::zeros(logLight.size(), CV_32F)};
  for (int cluster = 0; cluster < clusters.count; ++cluster) {
    cv::Mat part = clusters.label == cluster, inner;
    if (cv::countNonZero(part) == 0) continue;
    const float middle = median(valuesOf(logLight, clusters.label, cluster));
    cv::erode(part, inner, cv::Mat::ones(3, 3, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
    cv::subtract(logLight, cv::Scalar(static_cast<double>(middle)), residual.value, inner);
    residual.weight.setTo(1, inner);
  }
  return residual;
}

struct Blurred {
  cv::Mat value, weight;
};

Blurred normalisedBlur(const Residual& residual, double sigma) {
  Blurred result;
  cv::Mat sum;
  cv::GaussianBlur(residual.value.mul(residual.weight), sum, {}, sigma, sigma, cv::BORDER_REPLICATE);
  cv::GaussianBlur(residual.weight, result.weight, {}, sigma, sigma, cv::BORDER_REPLICATE);
  result.value = sum / (result.weight + 1e-6);
  return result;
}

// The blur where there is cloth nearby, ever wider ones where there is not, so that the light goes on smoothly over what the old garment
// did not cover. The wide ones are made from smaller pictures.
cv::Mat continuedBlur(const Residual& residual, double sigma, const std::stop_token& stop) {
  cv::Mat light = cv::Mat::zeros(residual.value.size(), CV_32F);
  for (int level = 4; level >= 0 && !stop.stop_requested(); --level) {
    const int shrink = std::max(1, std::min(static_cast<int>(sigma * (1 << level) / 4), std::min(light.cols, light.rows) / 4));
    Residual small;
    const cv::Size size(std::max(1, light.cols / shrink), std::max(1, light.rows / shrink));
    cv::resize(residual.value.mul(residual.weight), small.value, size, 0, 0, cv::INTER_AREA);
    cv::resize(residual.weight, small.weight, size, 0, 0, cv::INTER_AREA);
    small.value /= small.weight + 1e-6;
    Blurred blurred = normalisedBlur(small, sigma * (1 << level) / shrink);
    cv::resize(blurred.value, blurred.value, light.size(), 0, 0, cv::INTER_LINEAR);
    cv::resize(blurred.weight, blurred.weight, light.size(), 0, 0, cv::INTER_LINEAR);
    const cv::Mat sure = blurred.weight / (blurred.weight + 0.05);
    light += sure.mul(blurred.value - light);
  }
  return light;
}

cv::Mat fadeAround(const cv::Mat& inside, double pixels) {
  cv::Mat distance, fade;
  cv::distanceTransform(inside == 0, distance, cv::DIST_L2, cv::DIST_MASK_5);
  cv::max(1 - distance / pixels, 0.0, fade);
  return fade;
}

}  // namespace

WornLight wornLight(const cv::Mat& rgb, const image::Rect& window, const WornGarment& worn, std::stop_token stop) {
  const double scale = std::min(1.0, static_cast<double>(kLightWorkingSide) / std::max(rgb.cols, rgb.rows));
  const cv::Size size(std::max(1, cvRound(rgb.cols * scale)), std::max(1, cvRound(rgb.rows * scale)));
  const double unit = std::max(0.4, scale * std::max(worn.box.width, worn.box.height) / kLightUnit);
  cv::Mat small, inside, lab;
  cv::resize(rgb, small, size, 0, 0, cv::INTER_AREA);
  cv::resize(mask::readableMat(worn.region)(mask::toCv(window)), inside, size, 0, 0, cv::INTER_AREA);
  inside = inside >= 250;
  if (worn.inFront.size() != image::Size{}) {
    cv::Mat front;
    cv::resize(mask::readableMat(worn.inFront)(mask::toCv(window)), front, size, 0, 0, cv::INTER_AREA);
    inside.setTo(0, front > 0);
  }
  small.convertTo(lab, CV_32F, 1.0 / 255);
  cv::cvtColor(lab, lab, cv::COLOR_RGB2Lab);
  WornLight light{window, cv::Mat::zeros(size, CV_32F), cv::Mat::zeros(size, CV_32F), 0, 0};
  const ClothClusters clusters = clothClusters(lab, inside);
  if (stop.stop_requested()) return light;
  const cv::Mat luminance = linearLuminance(small);
  cv::Mat logLight;
  cv::log(luminance + static_cast<double>(kFloor), logLight);
  const Residual residual = residualOf(logLight, clusters);
  if (stop.stop_requested()) return light;
  light.low = continuedBlur(residual, kLow * unit, stop);
  const Blurred folds = normalisedBlur(residual, kMid * unit);
  light.mid = (folds.value - light.low).mul(fadeAround(inside, kFade * unit)).mul(folds.weight / (folds.weight + 0.05));
  light.base = static_cast<double>(median(valuesOf(luminance, clusters.label, clusters.main)));
  light.reliability = light.base / (light.base + kDark);
  return light;
}

cv::Mat shadeFactor(const WornLight& light, double follow) {
  cv::Mat shade = follow * std::min(0.3 + 0.7 * light.reliability, 1.0) * light.low + follow * light.reliability * light.mid;
  cv::Mat lifted = cv::max(shade, 0.0) * 0.5;
  shade = cv::min(shade, 0.0) + lifted;
  shade = cv::min(cv::max(shade, std::log(kDarkest)), std::log(kLightest));
  cv::exp(shade, shade);
  return shade;
}

}  // namespace retailor::garment
