#include "core/garment/light/cloth_clusters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace retailor::garment {
namespace {

constexpr int kClusters = 4;
constexpr float kLightness = 0.35f;
constexpr double kSameHue = 7, kSameLightness = 22;
constexpr double kClusterLeastShare = 0.04;
constexpr int kMostSamples = 20000;
constexpr std::uint64_t kSeed = 20040801;

cv::Vec3f feature(const cv::Vec3f& lab) { return {kLightness * lab[0], lab[1], lab[2]}; }

cv::Mat samplesOf(const cv::Mat& lab, const cv::Mat& inside) {
  const int all = cv::countNonZero(inside), every = std::max(1, all / kMostSamples);
  cv::Mat samples;
  int seen = 0;
  for (int y = 0; y < lab.rows; ++y)
    for (int x = 0; x < lab.cols; ++x)
      if (inside.at<std::uint8_t>(y, x) && seen++ % every == 0) {
        const cv::Vec3f f = feature(lab.at<cv::Vec3f>(y, x));
        samples.push_back(cv::Mat(1, 3, CV_32F, const_cast<float*>(f.val)).clone());
      }
  return samples;
}

std::vector<cv::Vec3f> centresOf(const cv::Mat& samples) {
  cv::Mat labels, centres;
  cv::theRNG().state = kSeed;
  const int count = std::min(kClusters, samples.rows);
  cv::kmeans(samples, count, labels, {cv::TermCriteria::COUNT + cv::TermCriteria::EPS, 25, 0.05}, 1, cv::KMEANS_PP_CENTERS, centres);
  std::vector<cv::Vec3f> result;
  for (int i = 0; i < count; ++i) result.emplace_back(centres.at<float>(i, 0), centres.at<float>(i, 1), centres.at<float>(i, 2));
  return result;
}

// Which cluster each one belongs to once those of one cloth are joined.
std::vector<int> joined(const std::vector<cv::Vec3f>& centres) {
  std::vector<int> into(centres.size());
  std::iota(into.begin(), into.end(), 0);
  for (std::size_t a = 0; a < centres.size(); ++a)
    for (std::size_t b = a + 1; b < centres.size(); ++b) {
      const cv::Vec3f off = centres[a] - centres[b];
      const double hue = std::hypot(off[1], off[2]), light = std::abs(static_cast<double>(off[0] / kLightness));
      if (hue < kSameHue && light < kSameLightness) std::ranges::replace(into, into[b], into[a]);
    }
  return into;
}

std::size_t nearest(const std::vector<cv::Vec3f>& centres, const cv::Vec3f& f) {
  const auto nearer = [&](const cv::Vec3f& a, const cv::Vec3f& b) { return (a - f).dot(a - f) < (b - f).dot(b - f); };
  return static_cast<std::size_t>(std::ranges::min_element(centres, nearer) - centres.begin());
}

}  // namespace

ClothClusters clothClusters(const cv::Mat& lab, const cv::Mat& inside) {
  ClothClusters clusters{cv::Mat(lab.size(), CV_8U, cv::Scalar(ClothClusters::none)), kClusters, 0};
  const cv::Mat samples = samplesOf(lab, inside);
  if (samples.rows < kClusters) return clusters;
  const std::vector<cv::Vec3f> centres = centresOf(samples);
  const std::vector<int> into = joined(centres);
  std::array<int, kClusters> sizes{};
  for (int y = 0; y < lab.rows; ++y)
    for (int x = 0; x < lab.cols; ++x) {
      if (!inside.at<std::uint8_t>(y, x)) continue;
      const int cluster = into[nearest(centres, feature(lab.at<cv::Vec3f>(y, x)))];
      clusters.label.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(cluster);
      ++sizes[static_cast<std::size_t>(cluster)];
    }
  const int all = std::accumulate(sizes.begin(), sizes.end(), 0);
  for (int c = 0; c < kClusters; ++c)
    if (sizes[static_cast<std::size_t>(c)] < kClusterLeastShare * all) clusters.label.setTo(ClothClusters::none, clusters.label == c);
  clusters.main = static_cast<int>(std::ranges::max_element(sizes) - sizes.begin());
  return clusters;
}

}  // namespace retailor::garment
