#include "app/command_line/evaluation/evaluation_progress.h"

#include <algorithm>

#include "core/evaluation/score_summary.h"

namespace retailor::command_line {
namespace {

// The few numbers that tell a person most.
std::string numbersOf(const evaluation::GroupScore& score) {
  std::string text;
  for (const auto& [metric, protocol] : {std::pair("psnr", "inside"), std::pair("ssim", "paste"), std::pair("lpips", "inside")})
    for (const metrics::Measurement& one : score.measurements)
      if (one.metric == metric && one.protocol == protocol)
        text += (text.empty() ? "" : ", ") + evaluation::titleOf(one.metric) + " " + one.protocol + " " +
                evaluation::shownValue(one.metric, one.value);
  return text + (score.reused ? ", result kept" : "");
}

}  // namespace

// The group's run as a part of the whole.
class EvaluationProgress::Listener : public completion::CompletionListener {
 public:
  Listener(EvaluationProgress& progress, std::string id) : m_progress(progress), m_id(std::move(id)) {}

  void stageBegan(const std::string& name, double weight) override {
    m_before = std::min(1.0, m_before + m_weight);
    m_weight = weight;
    m_stage = name;
  }
  void stepDone(int step, int steps, double seconds) override {
    const double share = std::min(1.0, m_before + m_weight * step / std::max(1, steps));
    const double done = (m_progress.m_over + share) / std::max(1, m_progress.m_groups);
    m_progress.m_lines.step({m_id + ": " + m_stage, step, steps, seconds, done, m_progress.remaining(share)});
  }
  void previewReady(const image::Rect&, image::Bitmap) override {}
  void noted(const std::string& sentence) override { m_progress.m_lines.note(m_id + ": " + sentence); }

 private:
  EvaluationProgress& m_progress;
  std::string m_id;
  std::string m_stage;
  double m_before = 0, m_weight = 0;
};

std::shared_ptr<completion::CompletionListener> EvaluationProgress::listener(const std::string& id) {
  return std::make_shared<Listener>(*this, id);
}

double EvaluationProgress::remaining(double shareOfGroup) const {
  const double work = m_worked + shareOfGroup, seconds = m_workSeconds + (shareOfGroup > 0 ? m_lines.seconds() - m_groupBegan : 0);
  if (work < 0.1) return -1;
  return seconds / work * (m_groups - m_over - shareOfGroup);
}

void EvaluationProgress::groupOver(const evaluation::GroupScore& score) {
  const double now = m_lines.seconds();
  if (!score.failure && !score.reused) ++m_worked, m_workSeconds += now - m_groupBegan;
  m_groupBegan = now;
  ++m_over;
  if (score.failure) ++m_failures;
  m_lines.group({score.id, m_over, m_groups,
                 score.failure  ? "failed"
                 : score.reused ? "kept"
                                : "done",
                 score.failure ? score.failure->sentence : numbersOf(score), remaining(0)});
}

}  // namespace retailor::command_line
