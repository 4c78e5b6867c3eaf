#include "core/garment/matching/contour_match.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <opencv2/core.hpp>

namespace retailor::garment {
namespace {

constexpr int kRounds = 4;
constexpr double kReach = 0.10;  // of the target's size: a distance that costs 1
constexpr double kTurn = 1.2;
constexpr double kMiddle = 0.04;  // of the width: as far from the middle line the top may lie
constexpr double kUneven = 0.15;
constexpr double kBend = 0.05;  // of the outline: how far along it the bend is smoothed

struct Step {
  int source, target;
};
constexpr std::array<Step, 5> kSteps{{{1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}}};

struct Box {
  Point from, to;
};

Box boxOf(const Outline& outline) {
  Box box{outline.front(), outline.front()};
  for (const Point& p : outline) {
    box.from = {std::min(box.from.x, p.x), std::min(box.from.y, p.y)};
    box.to = {std::max(box.to.x, p.x), std::max(box.to.y, p.y)};
  }
  return box;
}

Outline rotated(const Outline& outline, std::size_t first) {
  Outline result(outline);
  std::ranges::rotate(result, result.begin() + static_cast<std::ptrdiff_t>(first % outline.size()));
  return result;
}

Outline boxToBox(const Outline& source, const Box& to) {
  const Box from = boxOf(source);
  const double across = (to.to.x - to.from.x) / std::max(1e-9, from.to.x - from.from.x);
  const double down = (to.to.y - to.from.y) / std::max(1e-9, from.to.y - from.from.y);
  Outline moved;
  for (const Point& p : source) moved.push_back({to.from.x + across * (p.x - from.from.x), to.from.y + down * (p.y - from.from.y)});
  return moved;
}

std::vector<Point> tangents(const Outline& outline) {
  const std::size_t n = outline.size();
  std::vector<Point> result(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Point along = outline[(i + 2) % n] - outline[(i + n - 2) % n];
    result[i] = (1 / std::max(1e-9, length(along))) * along;
  }
  return result;
}

// One warping from (0, 0) to (n, m): point n is point 0 again.
class Warping {
 public:
  Warping(const Outline& moved, const Outline& target, double size)
      : m_moved(moved), m_target(target), m_movedTangents(tangents(moved)), m_targetTangents(tangents(target)), m_reach(kReach * size) {}

  // Fills in the target index of every source point; returns the total cost.
  double run(std::vector<double>& match) {
    const std::size_t n = m_moved.size(), m = m_target.size();
    m_total.assign((n + 1) * (m + 1), std::numeric_limits<float>::max());
    m_from.assign((n + 1) * (m + 1), 0);
    m_total[0] = 0;
    for (std::size_t i = 1; i <= n; ++i)
      for (std::size_t j = 1; j <= m; ++j) visit(i, j);
    trace(match);
    return static_cast<double>(m_total[n * (m + 1) + m]);
  }

 private:
  float cost(std::size_t i, std::size_t j) const {
    const std::size_t a = i % m_moved.size(), b = j % m_target.size();
    const Point off = m_moved[a] - m_target[b];
    const double turn = 1 - dot(m_movedTangents[a], m_targetTangents[b]);
    return static_cast<float>(dot(off, off) / (m_reach * m_reach) + kTurn * turn);
  }

  void visit(std::size_t i, std::size_t j) {
    const std::size_t row = m_target.size() + 1;
    const float here = cost(i, j);
    for (std::size_t s = 0; s < kSteps.size(); ++s) {
      const auto di = static_cast<std::size_t>(kSteps[s].source), dj = static_cast<std::size_t>(kSteps[s].target);
      if (di > i || dj > j) continue;
      const float before = m_total[(i - di) * row + j - dj];
      if (before == std::numeric_limits<float>::max()) continue;
      const int uneven = std::abs(kSteps[s].source - kSteps[s].target);
      const float sum = before + here * static_cast<float>(std::max(di, dj)) * static_cast<float>(1 + kUneven * uneven);
      if (sum < m_total[i * row + j]) m_total[i * row + j] = sum, m_from[i * row + j] = static_cast<unsigned char>(s);
    }
  }

  void trace(std::vector<double>& match) const {
    const std::size_t n = m_moved.size(), m = m_target.size();
    match.assign(n, 0);
    for (std::size_t i = n, j = m; i > 0;) {
      const Step step = kSteps[m_from[i * (m + 1) + j]];
      const auto di = static_cast<std::size_t>(step.source), dj = static_cast<std::size_t>(step.target);
      if (di > i || dj > j) return;
      for (std::size_t k = 0; k < di; ++k)
        if (i - k < n) match[i - k] = static_cast<double>(j) - static_cast<double>(dj * k) / static_cast<double>(di);
      i -= di, j -= dj;
    }
  }

  const Outline& m_moved;
  const Outline& m_target;
  std::vector<Point> m_movedTangents, m_targetTangents;
  double m_reach;
  std::vector<float> m_total;
  std::vector<unsigned char> m_from;
};

// The affine map that brings `source` nearest to the matched places, by least squares.
Outline refitted(const Outline& source, const std::vector<Point>& goals) {
  cv::Matx33d normal = cv::Matx33d::eye() * 1e-6;
  cv::Matx<double, 3, 2> right = cv::Matx<double, 3, 2>::zeros();
  for (std::size_t i = 0; i < source.size(); ++i) {
    const cv::Vec3d t(source[i].x, source[i].y, 1);
    normal += t * t.t();
    right += t * cv::Vec2d(goals[i].x, goals[i].y).t();
  }
  const cv::Matx<double, 3, 2> map = normal.solve(right, cv::DECOMP_CHOLESKY);
  Outline moved;
  for (const Point& p : source)
    moved.push_back({map(0, 0) * p.x + map(1, 0) * p.y + map(2, 0), map(0, 1) * p.x + map(1, 1) * p.y + map(2, 1)});
  return moved;
}

// Bends `moved` towards the goals as far as neighbours along the outline agree.
Outline bent(const Outline& moved, const std::vector<Point>& goals) {
  const int n = static_cast<int>(moved.size());
  const double sigma = kBend * n;
  const int reach = static_cast<int>(3 * sigma);
  Outline result(moved);
  for (int i = 0; i < n; ++i) {
    Point sum;
    double weights = 0;
    for (int k = -reach; k <= reach; ++k) {
      const auto at = static_cast<std::size_t>(((i + k) % n + n) % n);
      const double weight = std::exp(-0.5 * k * k / (sigma * sigma));
      sum += weight * (goals[at] - moved[at]);
      weights += weight;
    }
    result[static_cast<std::size_t>(i)] += (1 / weights) * sum;
  }
  return result;
}

double meanDistance(const Outline& a, const std::vector<Point>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += distance(a[i], b[i]);
  return sum / static_cast<double>(a.size());
}

std::vector<Point> goalsOf(const Outline& target, const std::vector<double>& match) {
  std::vector<Point> goals;
  for (const double index : match) goals.push_back(pointAt(target, index));
  return goals;
}

}  // namespace

Point pointAt(const Outline& outline, double index) {
  const auto n = static_cast<double>(outline.size());
  const double wrapped = index - n * std::floor(index / n);
  const auto at = std::min(static_cast<std::size_t>(wrapped), outline.size() - 1);
  return between(outline[at], outline[(at + 1) % outline.size()], wrapped - std::floor(wrapped));
}

std::size_t topCentre(const Outline& outline) {
  const Box box = boxOf(outline);
  const double middle = (box.from.x + box.to.x) / 2, near = kMiddle * (box.to.x - box.from.x);
  const auto score = [&](Point p) { return p.y + 1e3 * std::max(0.0, std::abs(p.x - middle) - near); };
  return static_cast<std::size_t>(std::ranges::min_element(outline, {}, score) - outline.begin());
}

ContourMatch matchedContours(const Outline& source, const Outline& target, std::size_t sourceTop, std::size_t targetTop,
                             std::span<const double> shifts) {
  const auto n = static_cast<double>(target.size());
  const Box box = boxOf(target);
  const double size = std::max(box.to.x - box.from.x, box.to.y - box.from.y);
  const Outline from = rotated(source, sourceTop);
  ContourMatch best;
  double least = std::numeric_limits<double>::max();
  for (const double shift : shifts) {
    const auto first = static_cast<std::size_t>(std::lround(static_cast<double>(targetTop) + shift * n + n)) % target.size();
    const Outline to = rotated(target, first);
    Outline moved = boxToBox(from, box);
    std::vector<double> match;
    double cost = 0;
    for (int round = 0; round < kRounds; ++round) {
      cost = Warping(moved, to, size).run(match);
      const std::vector<Point> goals = goalsOf(to, match);
      moved = refitted(from, goals);
      if (round > 0) moved = bent(moved, goals);
    }
    if (cost >= least) continue;
    least = best.cost = cost;
    best.residual = meanDistance(moved, goalsOf(to, match)) / size;
    best.target.assign(source.size(), 0);
    for (std::size_t i = 0; i < source.size(); ++i) best.target[(i + sourceTop) % source.size()] = match[i] + static_cast<double>(first);
  }
  return best;
}

}  // namespace retailor::garment
