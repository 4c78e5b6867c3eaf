#include "core/garment/silhouette/collar_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

namespace retailor::garment {
namespace {

constexpr int kAngles = 91, kRadii = 70, kMostStep = 2;
constexpr double kLeastRadius = 0.06, kMostRadius = 0.8;  // of the neck's width
constexpr double kSmoothness = 0.12, kClearEdge = 0.35;
constexpr std::size_t kFastened = 10;  // angles at each end where the path keeps to the neck points
constexpr double kLooseEnd = 0.02;     // how far it may stray from one angle to the next
constexpr int kCollarSmoothing = 7;    // angles
constexpr double kFullShade = 15;      // Lab difference that makes an edge twice as likely
constexpr double kFullEdge = 12;       // Lab difference that costs nothing

using Costs = std::array<std::array<double, kRadii>, kAngles>;
using Path = std::array<int, kAngles>;

// Half an ellipse's fan of rays from between the neck points, down into the garment.
class Fan {
 public:
  Fan(Point left, Point right) : m_centre(between(left, right, 0.5)), m_across(right - left), m_down{-m_across.y, m_across.x} {}

  static double radius(int r) { return kLeastRadius + (kMostRadius - kLeastRadius) * r / (kRadii - 1); }
  Point at(int angle, double radius) const {
    const double turn = std::numbers::pi * angle / (kAngles - 1);
    return m_centre + radius * ((-std::cos(turn)) * m_across + std::sin(turn) * m_down);
  }
  double width() const { return length(m_across); }

 private:
  Point m_centre, m_across, m_down;
};

cv::Vec3f colourAt(const cv::Mat& lab, Point p) {
  const int x = std::clamp(static_cast<int>(p.x), 0, lab.cols - 1), y = std::clamp(static_cast<int>(p.y), 0, lab.rows - 1);
  return lab.at<cv::Vec3f>(y, x);
}

bool onCloth(const cv::Mat& coverage, Point p) {
  const int x = static_cast<int>(std::floor(p.x)), y = static_cast<int>(std::floor(p.y));
  return x >= 0 && y >= 0 && x < coverage.cols && y < coverage.rows && coverage.at<std::uint8_t>(y, x) >= 128;
}

Costs costsOf(const cv::Mat& lab, const cv::Mat& coverage, const Fan& fan) {
  Costs costs;
  const double reach = std::max(1.5 / fan.width(), 0.012);
  for (int a = 0; a < kAngles; ++a)
    for (int r = 0; r < kRadii; ++r) {
      const double radius = Fan::radius(r);
      const Point inner = fan.at(a, radius - reach), outer = fan.at(a, radius + reach);
      const double edge =
          onCloth(coverage, outer) && onCloth(coverage, inner) ? cv::norm(colourAt(lab, outer) - colourAt(lab, inner)) : 0.0;
      costs[static_cast<std::size_t>(a)][static_cast<std::size_t>(r)] = 1.02 - std::min(edge / kFullEdge, 1.0);
    }
  return costs;
}

Path cheapestPath(const Costs& costs) {
  Costs total = costs;
  std::array<Path, kRadii> from{};  // from[r][a]: radius before
  for (std::size_t a = 1; a < kAngles; ++a)
    for (int r = 0; r < kRadii; ++r) {
      double best = 1e30;
      for (int step = -kMostStep; step <= kMostStep; ++step) {
        const int before = r + step;
        if (before < 0 || before >= kRadii) continue;
        const double cost = total[a - 1][static_cast<std::size_t>(before)] + kSmoothness * std::abs(step);
        if (cost < best) best = cost, from[static_cast<std::size_t>(r)][a] = before;
      }
      total[a][static_cast<std::size_t>(r)] += best;
    }
  Path path{};
  const auto& last = total[kAngles - 1];
  path[kAngles - 1] = static_cast<int>(std::ranges::min_element(last) - last.begin());
  for (std::size_t a = kAngles - 1; a > 0; --a) path[a - 1] = from[static_cast<std::size_t>(path[a])][a];
  return path;
}

double strength(const Costs& costs, const Path& path) {
  double sum = 0;
  for (std::size_t a = 0; a < kAngles; ++a) sum += 1.02 - costs[a][static_cast<std::size_t>(path[a])];
  return sum / kAngles;
}

// The neck's own radius is one half: the path begins and ends there.
void fastenEnds(Costs& costs) {
  for (std::size_t a = 0; a < kFastened; ++a)
    for (int r = 0; r < kRadii; ++r) {
      const double off = 3 * std::max(0.0, std::abs(Fan::radius(r) - 0.5) - kLooseEnd * static_cast<double>(a + 1));
      costs[a][static_cast<std::size_t>(r)] += off;
      costs[kAngles - 1 - a][static_cast<std::size_t>(r)] += off;
    }
}

// Radii along the path without the steps of the grid.
std::array<double, kAngles> smoothedRadii(const Path& path) {
  std::array<double, kAngles> radii{};
  for (int a = 0; a < kAngles; ++a) {
    double sum = 0, weights = 0;
    for (int k = -kCollarSmoothing; k <= kCollarSmoothing; ++k) {
      const int at = std::clamp(a + k, 0, kAngles - 1);
      const double weight = std::exp(-4.0 * k * k / (kCollarSmoothing * kCollarSmoothing));
      sum += weight * Fan::radius(path[static_cast<std::size_t>(at)]), weights += weight;
    }
    radii[static_cast<std::size_t>(a)] = sum / weights;
  }
  return radii;
}

// Leaves only what lies deeper than `path`.
void forbidAbove(Costs& costs, const Path& path) {
  for (std::size_t a = 0; a < kAngles; ++a)
    for (int r = 0; r <= std::min(path[a] + 4, kRadii - 1); ++r) costs[a][static_cast<std::size_t>(r)] = 3;
}

// Mean lightness along the rays from the path inwards or outwards, `from` and `to` in neck widths beyond it.
double lightnessBeside(const cv::Mat& lab, const cv::Mat& coverage, const Fan& fan, const Path& path, double from, double to) {
  double sum = 0;
  int count = 0;
  for (std::size_t a = kAngles / 4; a < kAngles - kAngles / 4; ++a)
    for (double off = from; off < to; off += 0.02) {
      const double radius = Fan::radius(path[a]) + off;
      if (radius > 0 && onCloth(coverage, fan.at(static_cast<int>(a), radius)))
        sum += static_cast<double>(colourAt(lab, fan.at(static_cast<int>(a), radius))[0]), ++count;
    }
  return count > 0 ? sum / count : 0;
}

// Of the cheapest paths no deeper than some depth each, the one with the clearest edge; the inside of a back lies in shade, which counts
// too.
Path likeliestPath(const cv::Mat& lab, const cv::Mat& coverage, const Fan& fan, const Costs& costs) {
  Path best{};
  double most = -1;
  for (const double deepest : {0.3, 0.45, 0.63, 0.8}) {
    Costs within = costs;
    for (auto& angle : within)
      for (int r = 0; r < kRadii; ++r)
        if (Fan::radius(r) > deepest) angle[static_cast<std::size_t>(r)] += 3;
    const Path path = cheapestPath(within);
    const double shade = lightnessBeside(lab, coverage, fan, path, 0.03, 0.2) - lightnessBeside(lab, coverage, fan, path, -0.2, -0.03);
    const double likely = strength(costs, path) * (1 + std::clamp(shade / kFullShade, 0.0, 1.0));
    if (likely > most) most = likely, best = path;
  }
  return best;
}

}  // namespace

CollarPath collarPath(const cv::Mat& lab, const cv::Mat& coverage, Point neckLeft, Point neckRight, int deeper) {
  const Fan fan(neckLeft, neckRight);
  if (fan.width() < 12) return {};
  cv::Mat cloth;  // without its rim, whose edge against the backdrop is no collar
  cv::erode(coverage, cloth, cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5}));
  Costs costs = costsOf(lab, cloth, fan);
  fastenEnds(costs);
  Path path = likeliestPath(lab, cloth, fan, costs);
  for (int i = 0; i < deeper; ++i) {
    forbidAbove(costs, path);
    path = cheapestPath(costs);
  }
  if (strength(costs, path) < kClearEdge) return {};
  const std::array<double, kAngles> radii = smoothedRadii(path);
  CollarPath found{{}, radii[kAngles / 2]};
  for (int a = 0; a < kAngles; ++a) found.points.push_back(fan.at(a, radii[static_cast<std::size_t>(a)]));
  return found;
}

}  // namespace retailor::garment
