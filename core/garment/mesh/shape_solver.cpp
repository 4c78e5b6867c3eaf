#include "core/garment/mesh/shape_solver.h"

#include <Eigen/Sparse>
#include <algorithm>
#include <cmath>
#include <set>

namespace retailor::garment {
namespace {

using Matrix = Eigen::SparseMatrix<double>;
using Columns = Eigen::MatrixX2d;

struct Edge {
  int from, to;
  Point rest;  // to - from
};

std::vector<Edge> edgesOf(const std::vector<Point>& rest, const std::vector<std::array<int, 3>>& triangles) {
  std::set<std::pair<int, int>> pairs;
  for (const auto& t : triangles)
    for (std::size_t k = 0; k < 3; ++k) pairs.insert(std::minmax(t[k], t[(k + 1) % 3]));
  std::vector<Edge> edges;
  for (const auto& [a, b] : pairs) edges.push_back({a, b, rest[static_cast<std::size_t>(b)] - rest[static_cast<std::size_t>(a)]});
  return edges;
}

bool sameFactor(const Pull& a, const Pull& b) { return a.corners == b.corners && a.shares == b.shares && a.weight == b.weight; }

}  // namespace

struct ShapeSolver::State {
  std::size_t corners = 0;
  std::vector<Edge> edges;
  std::vector<Pull> pulls;
  Eigen::SimplicialLDLT<Matrix> factor;

  void refactor() {
    std::vector<Eigen::Triplet<double>> entries;
    const auto add = [&](int a, int b, double value) { entries.emplace_back(a, b, value); };
    for (const Edge& e : edges) add(e.from, e.from, 1), add(e.to, e.to, 1), add(e.from, e.to, -1), add(e.to, e.from, -1);
    for (std::size_t i = 0; i < corners; ++i) add(static_cast<int>(i), static_cast<int>(i), 1e-6);
    for (const Pull& pull : pulls)
      for (std::size_t a = 0; a < 3; ++a)
        for (std::size_t b = 0; b < 3; ++b)
          if (pull.shares[a] != 0 && pull.shares[b] != 0)
            add(pull.corners[a], pull.corners[b], pull.weight * pull.shares[a] * pull.shares[b]);
    Matrix matrix(static_cast<Eigen::Index>(corners), static_cast<Eigen::Index>(corners));
    matrix.setFromTriplets(entries.begin(), entries.end());
    factor.compute(matrix);
  }

  // The rotation of each corner's neighbourhood between rest and now, as cosine and sine.
  std::vector<Point> rotations(const std::vector<Point>& placed) const {
    std::vector<Point> turns(corners);
    for (const Edge& e : edges) {
      const Point now = placed[static_cast<std::size_t>(e.to)] - placed[static_cast<std::size_t>(e.from)];
      const Point turn{dot(e.rest, now), cross(e.rest, now)};
      turns[static_cast<std::size_t>(e.from)] += turn;
      turns[static_cast<std::size_t>(e.to)] += turn;
    }
    for (Point& turn : turns) {
      const double size = length(turn);
      turn = size > 1e-12 ? (1 / size) * turn : Point{1, 0};
    }
    return turns;
  }

  void round(std::vector<Point>& placed) const {
    const std::vector<Point> turns = rotations(placed);
    Columns right = Columns::Zero(static_cast<Eigen::Index>(corners), 2);
    for (std::size_t i = 0; i < corners; ++i) right.row(static_cast<Eigen::Index>(i)) << 1e-6 * placed[i].x, 1e-6 * placed[i].y;
    for (const Edge& e : edges) {
      const Point turn = 0.5 * (turns[static_cast<std::size_t>(e.from)] + turns[static_cast<std::size_t>(e.to)]);
      const Point wish{turn.x * e.rest.x - turn.y * e.rest.y, turn.y * e.rest.x + turn.x * e.rest.y};
      right.row(e.to) += Eigen::RowVector2d(wish.x, wish.y);
      right.row(e.from) -= Eigen::RowVector2d(wish.x, wish.y);
    }
    for (const Pull& pull : pulls)
      for (std::size_t k = 0; k < 3; ++k)
        if (pull.shares[k] != 0)
          right.row(pull.corners[k]) += pull.weight * pull.shares[k] * Eigen::RowVector2d(pull.target.x, pull.target.y);
    const Columns solved = factor.solve(right);
    for (std::size_t i = 0; i < corners; ++i)
      placed[i] = {solved(static_cast<Eigen::Index>(i), 0), solved(static_cast<Eigen::Index>(i), 1)};
  }
};

ShapeSolver::ShapeSolver(const std::vector<Point>& rest, const std::vector<std::array<int, 3>>& triangles) : m_state(new State) {
  m_state->corners = rest.size();
  m_state->edges = edgesOf(rest, triangles);
}
ShapeSolver::~ShapeSolver() = default;
ShapeSolver::ShapeSolver(ShapeSolver&&) noexcept = default;
ShapeSolver& ShapeSolver::operator=(ShapeSolver&&) noexcept = default;

void ShapeSolver::setPulls(std::vector<Pull> pulls) {
  const bool same = std::ranges::equal(pulls, m_state->pulls, sameFactor);
  m_state->pulls = std::move(pulls);
  if (!same) m_state->refactor();
}

void ShapeSolver::rounds(std::vector<Point>& placed, int count) const {
  for (int i = 0; i < count; ++i) m_state->round(placed);
}

}  // namespace retailor::garment
