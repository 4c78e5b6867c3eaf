#include "core/garment/matching/contour_match.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <opencv2/core.hpp>

namespace retailor::garment {
namespace {

constexpr int kRounds = 4;
constexpr double kMatchReach = 0.10;  // of the target's size: a distance that costs 1
constexpr double kTurn = 1.2;
constexpr double kUneven = 0.15;
constexpr double kBend = 0.05;  // of the outline: how far along it the bend is smoothed

struct Step {
  int source, target;
};
constexpr std::array<Step, 5> kSteps{{{1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}}};
constexpr std::array kStepLength{1.0, 2 * (1 + kUneven), 2 * (1 + kUneven), 3 * (1 + 2 * kUneven), 3 * (1 + 2 * kUneven)};

// The loop begun anew at `first` (fractional).
Outline rotated(const Outline& outline, double first) {
  Outline result;
  for (std::size_t i = 0; i < outline.size(); ++i) result.push_back(pointAt(outline, first + static_cast<double>(i)));
  return result;
}

Outline boxToBox(const Outline& source, const Extent& to) {
  const Extent from = extentOf(source);
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
      : m_moved(moved),
        m_target(target),
        m_movedTangents(tangents(moved)),
        m_targetTangents(tangents(target)),
        m_reach(kMatchReach * size) {}

  // Fills in the target index of every source point; returns the total cost. The same whichever way round the outlines run.
  double run(std::vector<double>& match) {
    const std::size_t n = m_moved.size(), m = m_target.size();
    m_here.resize((n + 1) * (m + 1));
    for (std::size_t i = 0; i <= n; ++i)
      for (std::size_t j = 0; j <= m; ++j) m_here[i * (m + 1) + j] = cost(i, j);
    m_total.assign((n + 1) * (m + 1), kUnreached);
    m_from.assign((n + 1) * (m + 1), 0);
    m_total[0] = 0;
    for (std::size_t i = 1; i <= n; ++i)
      for (std::size_t j = 1; j <= m; ++j) visit(i, j);
    trace(match);
    return m_total[n * (m + 1) + m];
  }

 private:
  static constexpr double kUnreached = std::numeric_limits<double>::max();

  double cost(std::size_t i, std::size_t j) const {
    const std::size_t a = i % m_moved.size(), b = j % m_target.size();
    const Point off = m_moved[a] - m_target[b];
    const double turn = 1 - dot(m_movedTangents[a], m_targetTangents[b]);
    return dot(off, off) / (m_reach * m_reach) + kTurn * turn;
  }

  // A step costs what its two ends cost on the mean, times its length.
  void visit(std::size_t i, std::size_t j) {
    const std::size_t row = m_target.size() + 1, at = i * row + j;
    for (std::size_t s = 0; s < kSteps.size(); ++s) {
      const auto di = static_cast<std::size_t>(kSteps[s].source), dj = static_cast<std::size_t>(kSteps[s].target);
      if (di > i || dj > j) continue;
      const std::size_t before = at - di * row - dj;
      if (m_total[before] == kUnreached) continue;
      const double sum = m_total[before] + (m_here[before] + m_here[at]) / 2 * kStepLength[s];
      if (sum < m_total[at]) m_total[at] = sum, m_from[at] = static_cast<unsigned char>(s);
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
  std::vector<double> m_here, m_total;
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

// The warping of one start. It is held fast only where it begins, so each round begins half way round from the last.
class ShiftedMatch {
 public:
  ShiftedMatch(const Outline& source, const Outline& target, double sourceTop, double targetTop)
      : m_source(source), m_target(target), m_sourceFirst(sourceTop), m_targetFirst(targetTop), m_box(extentOf(target)) {
    m_moved = boxToBox(source, m_box);
  }

  ContourMatch find() {
    ContourMatch found;
    for (int round = 0; round < kRounds; ++round) {
      if (round > 0) turn(found);
      found.cost = warp(found);
      const std::vector<Point> goals = goalsOf(m_target, found.target);
      m_moved = refitted(m_source, goals);
      if (round > 0) m_moved = bent(m_moved, goals);
      found.residual = meanDistance(m_moved, goals) / size();
    }
    return found;
  }

 private:
  double size() const { return std::max(m_box.to.x - m_box.from.x, m_box.to.y - m_box.from.y); }

  void turn(const ContourMatch& found) {
    m_sourceFirst += static_cast<double>(m_source.size()) / 2;
    m_targetFirst = targetOf(found, m_sourceFirst, m_target.size());
  }

  double warp(ContourMatch& found) {
    std::vector<double> match;
    const double cost = Warping(rotated(m_moved, m_sourceFirst), rotated(m_target, m_targetFirst), size()).run(match);
    const std::size_t n = m_source.size(), first = static_cast<std::size_t>(std::llround(m_sourceFirst));
    found.target.assign(n, 0);
    for (std::size_t i = 0; i < n; ++i) found.target[(i + first) % n] = match[i] + m_targetFirst;
    return cost;
  }

  const Outline& m_source;
  const Outline& m_target;
  double m_sourceFirst, m_targetFirst;  // where both begin: indices
  Extent m_box;
  Outline m_moved;
};

}  // namespace

double targetOf(const ContourMatch& match, double at, std::size_t targetSize) {
  const double n = static_cast<double>(match.target.size()), wrapped = at - n * std::floor(at / n);
  const auto i = std::min(static_cast<std::size_t>(wrapped), match.target.size() - 1);
  const double from = match.target[i], to = match.target[(i + 1) % match.target.size()], size = static_cast<double>(targetSize);
  const double step = to - from - size * std::round((to - from) / size);
  return from + (wrapped - std::floor(wrapped)) * step;
}

ContourMatch matchedContours(const Outline& source, const Outline& target, std::span<const double> shifts) {
  const double sourceTop = std::round(topCentre(source)), targetTop = topCentre(target);
  ContourMatch best;
  best.cost = std::numeric_limits<double>::max();
  for (const double shift : shifts) {
    ContourMatch found = ShiftedMatch(source, target, sourceTop, targetTop + shift * static_cast<double>(target.size())).find();
    if (found.cost < best.cost) best = std::move(found);
  }
  return best;
}

}  // namespace retailor::garment
