#include "core/neural/sampling/schedulers/unipc_scheduler.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/neural/sampling/clean_prediction.h"

namespace retailor::neural {

using at::Tensor;

UniPcScheduler::UniPcScheduler(const SchedulerConfig& config, int steps)
    : SolverScheduler(config, steps, config.trainTimesteps, {.leastIsOwnLast = true}) {}

UniPcScheduler::Frame UniPcScheduler::frame(int from, int to) const {
  Frame frame{level(from), level(to), {}, {}, {}};
  const Tensor h = frame.to.lambda - frame.from.lambda;
  frame.hh = m_config.predictClean ? -h : h;
  frame.phi = at::expm1(frame.hh);
  frame.b = m_config.solverType == "bh1" ? frame.hh : at::expm1(frame.hh);
  return frame;
}

// `newest`: how far back in memory the newest answer before the step lies.
UniPcScheduler::Conditions UniPcScheduler::conditions(const Frame& frame, int from, int order, int newest) const {
  Conditions result;
  const Tensor h = frame.to.lambda - frame.from.lambda;
  std::vector<Tensor> places;
  for (int i = 1; i < order; ++i) {
    places.push_back((level(from - i).lambda - frame.from.lambda) / h);
    result.differences.push_back((past(newest + i) - past(newest)) / places.back());
  }
  places.push_back(at::ones({}, at::kFloat));
  const Tensor all = at::stack(places);
  std::vector<Tensor> rows, right;
  Tensor phi = frame.phi / frame.hh - 1;
  double factorial = 1;
  for (int i = 1; i <= order; ++i) {
    rows.push_back(all.pow(i - 1));
    right.push_back(phi * factorial / frame.b);
    factorial *= i + 1;
    phi = phi / frame.hh - 1 / factorial;
  }
  result.matrix = at::stack(rows), result.right = at::stack(right);
  return result;
}

Tensor UniPcScheduler::base(const Frame& frame, const Tensor& x, const Tensor& newest) const {
  if (m_config.predictClean) return frame.to.sigma / frame.from.sigma * x - frame.to.alpha * frame.phi * newest;
  return frame.to.alpha / frame.from.alpha * x - frame.to.sigma * frame.phi * newest;
}

Tensor UniPcScheduler::predicted(const Tensor& x, int index) const {
  const Frame step = frame(index, index + 1);
  const Tensor start = base(step, x, past(0));
  if (m_order == 1) return start;
  const Conditions known = conditions(step, index, m_order, 0);
  const int unknowns = m_order - 1;
  // Order 2 has a closed form that the reference uses.
  const Tensor weights =
      m_order == 2 ? at::full({1}, 0.5, at::kFloat)
                   : at::linalg_solve(known.matrix.slice(0, 0, unknowns).slice(1, 0, unknowns), known.right.slice(0, 0, unknowns));
  Tensor change = weights[0] * known.differences[0];
  for (int i = 1; i < unknowns; ++i) change = change + weights[i] * known.differences[static_cast<std::size_t>(i)];
  return start - (m_config.predictClean ? step.to.alpha : step.to.sigma) * step.b * change;
}

Tensor UniPcScheduler::corrected(const Tensor& converted, int index) const {
  const Frame step = frame(index - 1, index);
  const Tensor start = base(step, m_lastSample, past(0));
  const Conditions known = conditions(step, index - 1, m_order, 0);
  const Tensor weights = m_order == 1 ? at::full({1}, 0.5, at::kFloat) : at::linalg_solve(known.matrix, known.right);
  Tensor change = weights[-1] * (converted - past(0));
  for (std::size_t i = 0; i < known.differences.size(); ++i) change = change + weights[static_cast<std::int64_t>(i)] * known.differences[i];
  return start - (m_config.predictClean ? step.to.alpha : step.to.sigma) * step.b * change;
}

bool UniPcScheduler::corrects(int index) const {
  return m_lastSample.defined() && std::ranges::count(m_config.disabledCorrector, index - 1) == 0;
}

Denoised UniPcScheduler::step(const Tensor& x, const Tensor& answer, int index, const Tensor&) {
  const Level now = level(index);
  const Split parts = split(m_config.prediction, answer, x, now.alpha, now.sigma);
  const Tensor clean = thresholded(m_config, parts.clean);
  const Tensor converted = m_config.predictClean ? clean : parts.noise;
  const Tensor sample = corrects(index) ? corrected(converted, index) : x;
  remember(converted);
  const int most = m_config.lowerOrderFinal ? std::min(order(), count() - index) : order();
  m_order = std::min(most, remembered());
  m_lastSample = sample;
  return {predicted(sample, index), clean};
}

}  // namespace retailor::neural
