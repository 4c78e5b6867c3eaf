#include <cmath>

#include "core/garment/landmarks/garment_landmarks.h"

namespace retailor::garment {
namespace {

constexpr std::size_t kSamples = 72;

// Squared distances of the points between `a` and `b` from the straight line through both, summed.
class ChordErrors {
 public:
  explicit ChordErrors(const std::vector<Point>& points) : m_points(points), m_errors(points.size() * points.size()) {
    for (std::size_t a = 0; a < points.size(); ++a)
      for (std::size_t b = a + 1; b < points.size(); ++b) m_errors[a * points.size() + b] = measure(a, b);
  }
  double operator()(std::size_t a, std::size_t b) const { return m_errors[a * m_points.size() + b]; }

 private:
  double measure(std::size_t a, std::size_t b) const {
    const Point along = m_points[b] - m_points[a];
    const double square = std::max(dot(along, along), 1e-9);
    double sum = 0;
    for (std::size_t i = a + 1; i < b; ++i) {
      const double off = cross(along, m_points[i] - m_points[a]);
      sum += off * off / square;
    }
    return sum;
  }

  const std::vector<Point>& m_points;
  std::vector<double> m_errors;
};

}  // namespace

std::pair<std::size_t, std::size_t> twoCorners(const std::vector<Point>& path) {
  const std::size_t count = std::min(kSamples, path.size());
  std::vector<Point> samples;
  const auto indexOf = [&](std::size_t i) { return i * (path.size() - 1) / (count - 1); };
  for (std::size_t i = 0; i < count; ++i) samples.push_back(path[indexOf(i)]);
  const ChordErrors error(samples);
  std::pair<std::size_t, std::size_t> best{1, 2};
  double least = 1e300;
  for (std::size_t i = 1; i + 2 < count; ++i)
    for (std::size_t j = i + 1; j + 1 < count; ++j) {
      const double sum = error(0, i) + error(i, j) + error(j, count - 1);
      if (sum < least) least = sum, best = {i, j};
    }
  return {indexOf(best.first), indexOf(best.second)};
}

}  // namespace retailor::garment
