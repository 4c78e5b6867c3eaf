#include "core/methods/patch_diffusion/placing/motion_fit.h"

#include <Eigen/Dense>
#include <Eigen/Sparse>
#include <Eigen/SparseCholesky>
#include <algorithm>
#include <array>
#include <cmath>

namespace retailor::patch_diffusion {

namespace {

struct Frame {
  Point middle;
  double radius = 1;
};

Frame frameOf(const std::vector<MotionBlock>& blocks) {
  Frame frame;
  for (const MotionBlock& b : blocks) frame.middle.x += b.centre.x, frame.middle.y += b.centre.y;
  const double count = std::max<double>(1, static_cast<double>(blocks.size()));
  frame.middle.x /= count, frame.middle.y /= count;
  double spread = 1;
  for (const MotionBlock& b : blocks) spread += std::pow(b.centre.x - frame.middle.x, 2) + std::pow(b.centre.y - frame.middle.y, 2);
  frame.radius = std::sqrt(spread / count);
  return frame;
}

// Least squares for the parameters of d(p) = basis(u, v) q, with (u, v) the centred position over the radius. The mean stiffness of the
// blocks times a little keeps undetermined directions at rest.
template <int N>
Eigen::Vector<double, N> solveMotion(const std::vector<MotionBlock>& blocks, const Frame& frame, auto&& basis) {
  Eigen::Matrix<double, N, N> normal = Eigen::Matrix<double, N, N>::Zero();
  Eigen::Vector<double, N> right = Eigen::Vector<double, N>::Zero();
  for (const MotionBlock& b : blocks) {
    const Eigen::Matrix<double, 2, N> j = basis((b.centre.x - frame.middle.x) / frame.radius, (b.centre.y - frame.middle.y) / frame.radius);
    const Eigen::Matrix2d h{{b.xx, b.xy}, {b.xy, b.yy}};
    normal += j.transpose() * h * j;
    right += j.transpose() * Eigen::Vector2d(b.x, b.y);
  }
  normal.diagonal().array() += 1e-3 * normal.trace() / N + 1e-9;
  return normal.ldlt().solve(right);
}

Affine centred(const Frame& frame, double xx, double xy, double yx, double yy, double x, double y) {
  const Affine motion{1 + xx / frame.radius, xy / frame.radius, 0, yx / frame.radius, 1 + yy / frame.radius, 0};
  const Point moved = motion(frame.middle);
  return {motion.a, motion.b, frame.middle.x + x - moved.x, motion.d, motion.e, frame.middle.y + y - moved.y};
}

// The four cubic B-splines that reach a point `t` past a knot.
std::array<double, 4> splines(double t) {
  const double s = 1 - t;
  return {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6, t * t * t / 6};
}

struct SplineTaps {
  int first;
  std::array<double, 4> weight;
};

SplineTaps tapsAt(double position, double spacing, int count) {
  const double knot = std::clamp(position / spacing, 0.0, static_cast<double>(count - 3) - 1e-9);
  const int first = static_cast<int>(knot);
  return {first, splines(knot - first)};
}

using Triplets = std::vector<Eigen::Triplet<double>>;

// Adds weight * (sum of factor * coefficient)² for both components.
void addPenalty(Triplets& triplets, int unknowns, const std::vector<std::pair<int, double>>& terms, double weight) {
  for (const auto& [i, a] : terms)
    for (const auto& [j, b] : terms)
      for (const int shift : {0, unknowns}) triplets.emplace_back(i + shift, j + shift, weight * a * b);
}

// Bending (second differences) and, much weaker, any change at all (first differences and size), so that nothing is left open.
Triplets stiffnessOf(int columns, int rows, double stiffness) {
  Triplets triplets;
  const int unknowns = columns * rows;
  const auto node = [&](int x, int y) { return y * columns + x; };
  const double slope = 0.05 * stiffness, size = 0.001 * stiffness;
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x) {
      addPenalty(triplets, unknowns, {{node(x, y), 1}}, size);
      if (x + 1 < columns) addPenalty(triplets, unknowns, {{node(x, y), -1}, {node(x + 1, y), 1}}, slope);
      if (y + 1 < rows) addPenalty(triplets, unknowns, {{node(x, y), -1}, {node(x, y + 1), 1}}, slope);
      if (x + 2 < columns) addPenalty(triplets, unknowns, {{node(x, y), 1}, {node(x + 1, y), -2}, {node(x + 2, y), 1}}, stiffness);
      if (y + 2 < rows) addPenalty(triplets, unknowns, {{node(x, y), 1}, {node(x, y + 1), -2}, {node(x, y + 2), 1}}, stiffness);
      if (x + 1 < columns && y + 1 < rows)
        addPenalty(triplets, unknowns, {{node(x, y), 1}, {node(x + 1, y), -1}, {node(x, y + 1), -1}, {node(x + 1, y + 1), 1}},
                   2 * stiffness);
    }
  return triplets;
}

// The blocks' normal equations on the splines. Two splines meet only if they are at most three knots apart, so a row of 7 x 7 partners
// holds all products of one spline.
class SplineSystem {
 public:
  SplineSystem(int columns, int rows)
      : m_columns(columns),
        m_unknowns(columns * rows),
        m_products(static_cast<std::size_t>(m_unknowns) * kPartners),
        m_right(Eigen::VectorXd::Zero(2 * m_unknowns)) {}

  // `bend` is the present displacement at the block: what is asked for is the whole, not the change.
  void add(const MotionBlock& b, const SplineTaps& across, const SplineTaps& down, const Point& bend) {
    const double x = b.x + b.xx * bend.x + b.xy * bend.y, y = b.y + b.xy * bend.x + b.yy * bend.y;
    for (int k = 0; k < 16; ++k) {
      const double wk = weightOf(across, down, k);
      const int node = (down.first + k / 4) * m_columns + across.first + k % 4;
      m_right[node] += wk * x, m_right[m_unknowns + node] += wk * y;
      for (int l = 0; l < 16; ++l) {
        const double w = wk * weightOf(across, down, l);
        Product& product = m_products[static_cast<std::size_t>(node * kPartners + (l / 4 - k / 4 + 3) * 7 + l % 4 - k % 4 + 3)];
        product.xx += w * b.xx, product.xy += w * b.xy, product.yy += w * b.yy;
      }
    }
  }

  void addTo(Triplets& triplets) const {
    for (int node = 0; node < m_unknowns; ++node)
      for (int partner = 0; partner < kPartners; ++partner) {
        const Product& p = m_products[static_cast<std::size_t>(node * kPartners + partner)];
        const int other = node + (partner / 7 - 3) * m_columns + partner % 7 - 3;
        if (p.xx == 0 && p.yy == 0) continue;
        triplets.emplace_back(node, other, p.xx);
        triplets.emplace_back(m_unknowns + node, other, p.xy);
        triplets.emplace_back(m_unknowns + node, m_unknowns + other, p.yy);
      }
  }

  const Eigen::VectorXd& right() const { return m_right; }

 private:
  static constexpr int kPartners = 49;
  struct Product {
    double xx = 0, xy = 0, yy = 0;
  };

  static double weightOf(const SplineTaps& across, const SplineTaps& down, int k) {
    return down.weight[static_cast<std::size_t>(k / 4)] * across.weight[static_cast<std::size_t>(k % 4)];
  }

  int m_columns, m_unknowns;
  std::vector<Product> m_products;
  Eigen::VectorXd m_right;
};

}  // namespace

Affine similarityMotion(const std::vector<MotionBlock>& blocks) {
  const Frame frame = frameOf(blocks);
  const auto basis = [](double u, double v) { return Eigen::Matrix<double, 2, 4>{{1, 0, u, -v}, {0, 1, v, u}}; };
  const Eigen::Vector4d q = solveMotion<4>(blocks, frame, basis);
  return centred(frame, q[2], -q[3], q[3], q[2], q[0], q[1]);
}

Affine affineMotion(const std::vector<MotionBlock>& blocks) {
  const Frame frame = frameOf(blocks);
  const auto basis = [](double u, double v) { return Eigen::Matrix<double, 2, 6>{{1, 0, u, v, 0, 0}, {0, 1, 0, 0, u, v}}; };
  const Eigen::Vector<double, 6> q = solveMotion<6>(blocks, frame, basis);
  return centred(frame, q[2], q[3], q[4], q[5], q[0], q[1]);
}

BendFit::BendFit(double width, double height, double spacing, double stiffness)
    : m_columns(static_cast<int>(std::ceil(width / spacing)) + 3),
      m_rows(static_cast<int>(std::ceil(height / spacing)) + 3),
      m_spacing(spacing),
      m_stiffness(stiffness),
      m_x(static_cast<std::size_t>(m_columns * m_rows)),
      m_y(m_x.size()) {}

void BendFit::improve(const std::vector<MotionBlock>& blocks) {
  const int unknowns = m_columns * m_rows;
  SplineSystem system(m_columns, m_rows);
  for (const MotionBlock& b : blocks)
    system.add(b, tapsAt(b.centre.x, m_spacing, m_columns), tapsAt(b.centre.y, m_spacing, m_rows), at(b.centre.x, b.centre.y));
  Triplets triplets = stiffnessOf(m_columns, m_rows, m_stiffness);
  system.addTo(triplets);
  Eigen::SparseMatrix<double> normal(2 * unknowns, 2 * unknowns);  // only its lower half is read
  normal.setFromTriplets(triplets.begin(), triplets.end());
  const Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver(normal);
  if (solver.info() != Eigen::Success) return;
  const Eigen::VectorXd solution = solver.solve(system.right());
  for (std::size_t k = 0; k < m_x.size(); ++k)
    m_x[k] = solution[static_cast<Eigen::Index>(k)], m_y[k] = solution[static_cast<Eigen::Index>(k) + unknowns];
}

Point BendFit::at(double x, double y) const {
  const SplineTaps across = tapsAt(x, m_spacing, m_columns), down = tapsAt(y, m_spacing, m_rows);
  Point sum;
  for (std::size_t k = 0; k < 16; ++k) {
    const auto node = static_cast<std::size_t>((down.first + static_cast<int>(k / 4)) * m_columns + across.first + static_cast<int>(k % 4));
    const double w = down.weight[k / 4] * across.weight[k % 4];
    sum.x += w * m_x[node], sum.y += w * m_y[node];
  }
  return sum;
}

Displacement BendFit::displacement() const {
  const double step = m_spacing / 8;
  Displacement bend{static_cast<int>((m_columns - 3) * 8) + 1, static_cast<int>((m_rows - 3) * 8) + 1, step, {}};
  for (int y = 0; y < bend.rows; ++y)
    for (int x = 0; x < bend.columns; ++x) bend.nodes.push_back(at(x * step, y * step));
  return bend;
}

}  // namespace retailor::patch_diffusion
