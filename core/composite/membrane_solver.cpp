#include "core/composite/membrane_solver.h"

#include "core/image/parallel_rows.h"

namespace retailor::composite {

namespace {

constexpr int kMostSteps = 40;
constexpr double kEnough = 1e-5;  // residual over right-hand side
constexpr int kCoarsestSweeps = 8;

using Sums = Eigen::Array4d;  // one for each colour

// Row by row and then down, so that threads do not change the rounding.
Sums dot(const MembraneLevel& level, const Cells& a, const Cells& b) {
  std::vector<Sums> rows(static_cast<std::size_t>(level.height()));
  image::overRows(level.height(), 4 * level.count(), [&](int first, int last) {
    for (int y = first; y < last; ++y) {
      Sums sum = Sums::Zero();
      for (std::size_t i = level.index(0, y); i < level.index(level.width(), y); ++i) sum += (a[i] * b[i]).cast<double>();
      rows[static_cast<std::size_t>(y)] = sum;
    }
  });
  Sums total = Sums::Zero();
  for (const Sums& row : rows) total += row;
  return total;
}

// 0 where there is nothing to divide by: a colour that needs no correction.
Cell ratio(const Sums& over, const Sums& under) { return (under > 0).select(over / under.max(1e-300), Sums::Zero()).cast<float>(); }

// a = a * factor + b * part
void combine(const MembraneLevel& level, Cells& a, const Cell& factor, const Cells& b, const Cell& part) {
  image::overRows(level.height(), 4 * level.count(), [&](int first, int last) {
    for (std::size_t i = level.index(0, first); i < level.index(level.width(), last - 1); ++i) a[i] = a[i] * factor + b[i] * part;
  });
}

}  // namespace

MembraneSolver::MembraneSolver(MembraneLevel finest) {
  m_levels.push_back(std::move(finest));
  while (m_levels.back().width() > 2 || m_levels.back().height() > 2) m_levels.push_back(m_levels.back().coarser());
  for (const MembraneLevel& level : m_levels) m_work.push_back({Cells(level.count(), Cell::Zero()), Cells(level.count(), Cell::Zero())});
}

void MembraneSolver::cycle(std::size_t level) {
  const MembraneLevel& here = m_levels[level];
  auto& [x, b] = m_work[level];
  here.relaxFromZero(x, b, 0);
  here.relax(x, b, 1);
  if (level + 1 == m_levels.size()) {
    for (int i = 0; i < kCoarsestSweeps; ++i) here.relax(x, b, i % 2);
  } else {
    here.restrictResidual(x, b, m_levels[level + 1], m_work[level + 1].b);
    cycle(level + 1);
    here.addProlonged(m_levels[level + 1], m_work[level + 1].x, x);
  }
  here.relax(x, b, 1);
  here.relax(x, b, 0);
}

// Flexible conjugate gradients (Notay 2000): the V-cycle is not quite symmetric, since it restricts sums but prolongs bilinearly.
Cells MembraneSolver::solve(const Cells& b) {
  const MembraneLevel& level = m_levels.front();
  const Cell one = Cell::Ones();
  Cells x(b.size(), Cell::Zero()), direction(b.size(), Cell::Zero()), applied(b.size(), Cell::Zero());
  Cells& residual = m_work.front().b;
  const Cells& improved = m_work.front().x;
  residual = b;
  const Sums enough = dot(level, b, b) * (kEnough * kEnough);
  Sums energy = Sums::Zero();
  for (int step = 0; step < kMostSteps && (dot(level, residual, residual) > enough).any(); ++step) {
    cycle(0);
    combine(level, direction, -ratio(dot(level, improved, applied), energy), improved, one);
    level.apply(direction, applied);
    energy = dot(level, direction, applied);
    const Cell length = ratio(dot(level, direction, residual), energy);
    combine(level, x, one, direction, length);
    combine(level, residual, one, applied, -length);
  }
  return x;
}

}  // namespace retailor::composite
