#include "core/metrics/seam_ratio.h"

#include <algorithm>
#include <cmath>

#include "core/mask/edge_distance.h"
#include "core/mask/opencv_mask.h"
#include "core/metrics/comparable.h"

namespace retailor::metrics {
namespace {

constexpr double kNearFrom = 2;
constexpr double kNearUntil = 6;

struct StepMean {
  double sum = 0;
  double count = 0;

  void add(double step) { sum += std::abs(step), count += 1; }
  double mean() const { return count > 0 ? sum / count : 0; }
};

class SeamSteps {
 public:
  SeamSteps(const image::Bitmap& picture, const mask::Mask& mask) : m_luma(lumaOf(picture)) {
    m_inside = mask::binarised(mask, mask.bounds(), 128);
    const cv::Mat toInside = mask::distanceTo(m_inside), toOutside = mask::distanceTo(~m_inside);
    m_distance = cv::max(toInside, toOutside);  // one of the two is 0
  }

  void addPair(const cv::Point& one, const cv::Point& other) {
    const double step = m_luma.at<double>(other) - m_luma.at<double>(one);
    if (m_inside.at<std::uint8_t>(one) != m_inside.at<std::uint8_t>(other)) return m_cross.add(step);
    const float distance = std::min(m_distance.at<float>(one), m_distance.at<float>(other));
    if (distance >= kNearFrom && distance <= kNearUntil) m_near.add(step);
  }

  void addAll() {
    for (int y = 0; y < m_luma.rows; ++y)
      for (int x = 0; x < m_luma.cols; ++x) {
        if (x + 1 < m_luma.cols) addPair({x, y}, {x + 1, y});
        if (y + 1 < m_luma.rows) addPair({x, y}, {x, y + 1});
      }
  }

  bool hasBorder() const { return m_cross.count > 0; }
  Seam seam() const { return {m_cross.mean(), m_near.mean(), (m_cross.mean() + 1) / (m_near.mean() + 1)}; }

 private:
  cv::Mat m_luma;      // CV_64F
  cv::Mat m_inside;    // 255 inside, else 0
  cv::Mat m_distance;  // CV_32F, to the nearest pixel of the other side
  StepMean m_cross, m_near;
};

}  // namespace

Result<Seam> seamOf(const image::Bitmap& picture, const mask::Mask& mask) {
  if (const Result<void> good = checkComparable(picture, picture); !good) return good.failure();
  if (const Result<void> good = checkInside(mask, picture.size()); !good) return good.failure();
  SeamSteps steps(picture, mask);
  steps.addAll();
  if (!steps.hasBorder()) return badInput("The mask covers the whole picture, so it has no border that could show.");
  return steps.seam();
}

}  // namespace retailor::metrics
