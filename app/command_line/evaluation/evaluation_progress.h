#pragma once

#include <memory>

#include "app/command_line/progress_lines.h"
#include "core/completion/completion_listener.h"
#include "core/evaluation/group_score.h"

namespace retailor::command_line {

// Tells how far an evaluation is: every group that is over, within a group every step, the time left by what groups took so far. The lines
// outlive it.
class EvaluationProgress {
 public:
  EvaluationProgress(ProgressLines& lines, int groups) : m_lines(lines), m_groups(groups), m_groupBegan(lines.seconds()) {}

  // Hears the run of the group that is next.
  std::shared_ptr<completion::CompletionListener> listener(const std::string& id);
  void groupOver(const evaluation::GroupScore& score);
  int failures() const { return m_failures; }

 private:
  class Listener;
  double remaining(double shareOfGroup) const;  // seconds; negative: not yet known

  ProgressLines& m_lines;
  int m_groups;
  int m_over = 0;
  int m_failures = 0;
  double m_groupBegan;       // seconds since the program's start
  int m_worked = 0;          // groups that were run and measured, not failed or kept
  double m_workSeconds = 0;  // what those took
};

}  // namespace retailor::command_line
