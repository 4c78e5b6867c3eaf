#include <algorithm>

#include "core/garment/landmarks/garment_landmarks.h"

namespace retailor::garment {
namespace {

constexpr std::size_t kSamples = 120;

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

std::vector<std::size_t> pathCorners(const std::vector<Point>& path, std::size_t corners) {
  const std::size_t count = std::min(kSamples, path.size());
  if (count < corners + 2) return {};
  std::vector<Point> samples;
  const auto indexOf = [&](std::size_t i) { return i * (path.size() - 1) / (count - 1); };
  for (std::size_t i = 0; i < count; ++i) samples.push_back(path[indexOf(i)]);
  const ChordErrors error(samples);
  // least[k][i]: from the start to sample i by k + 1 straight pieces.
  std::vector<std::vector<double>> least(corners + 1, std::vector<double>(count, 1e300));
  std::vector<std::vector<std::size_t>> from(corners + 1, std::vector<std::size_t>(count, 0));
  for (std::size_t i = 1; i < count; ++i) least[0][i] = error(0, i);
  for (std::size_t k = 1; k <= corners; ++k)
    for (std::size_t i = k + 1; i < count; ++i)
      for (std::size_t j = k; j < i; ++j)
        if (const double sum = least[k - 1][j] + error(j, i); sum < least[k][i]) least[k][i] = sum, from[k][i] = j;
  std::vector<std::size_t> found(corners);
  for (std::size_t k = corners, i = count - 1; k > 0; --k) found[k - 1] = indexOf(i = from[k][i]);
  return found;
}

}  // namespace retailor::garment
