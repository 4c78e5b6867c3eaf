#pragma once

#include <vector>

#include "core/composite/membrane_level.h"

namespace retailor::composite {

// Solves the Laplace equation on a hole: conjugate gradients, each step improved by one multigrid V-cycle. The number of steps hardly
// depends on the hole's size, and the result does not depend on the number of threads.
class MembraneSolver {
 public:
  explicit MembraneSolver(MembraneLevel finest);
  // x with A x = b; b is what the rim gives to each cell of the finest level.
  Cells solve(const Cells& b);

 private:
  struct Workspace {
    Cells x, b;
  };
  void cycle(std::size_t level);  // improves m_work[level].x from 0, for m_work[level].b

  std::vector<MembraneLevel> m_levels;
  std::vector<Workspace> m_work;
};

}  // namespace retailor::composite
