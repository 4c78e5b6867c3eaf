#include "ui/run/run_progress.h"

#include <algorithm>

namespace retailor::ui {

void RunProgress::stageBegan(double weight) {
  m_before = std::min(1.0, m_before + m_weight);
  m_weight = std::clamp(weight, 0.0, 1.0 - m_before);
  m_inStage = 0;
}

void RunProgress::stepDone(int step, int steps) {
  if (steps > 0) m_inStage = std::clamp(static_cast<double>(step) / steps, m_inStage, 1.0);
}

double RunProgress::share() const { return m_before + m_weight * m_inStage; }

double RunProgress::remaining(double elapsed) const {
  constexpr double enoughShare = 0.03, enoughSeconds = 0.3;  // earlier the estimate would only jump about
  if (share() < enoughShare || elapsed < enoughSeconds) return -1;
  return elapsed * (1 - share()) / share();
}

}  // namespace retailor::ui
