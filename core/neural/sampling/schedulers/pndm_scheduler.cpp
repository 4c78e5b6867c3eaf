#include "core/neural/sampling/schedulers/pndm_scheduler.h"

#include <ATen/ATen.h>

#include "core/neural/sampling/clean_prediction.h"
#include "core/neural/sampling/timesteps.h"

namespace retailor::neural {
namespace {

using at::Tensor;

// Noisiest first: the second place from the clean end's point of view stands twice.
std::vector<double> withDoubledPlace(std::vector<double> list) {
  if (list.size() > 1) list.insert(list.begin() + 1, list[1]);
  return list;
}

// Three steps of four calls: at the place, twice half-way on, at the next place.
std::vector<double> withRungeKutta(const std::vector<double>& list, int apart) {
  std::vector<double> calls;
  for (int i = 0; i < 3; ++i) {
    const double half = list[static_cast<std::size_t>(i) + 1] + apart / 2;
    calls.insert(calls.end(), {list[static_cast<std::size_t>(i)], half, half, list[static_cast<std::size_t>(i) + 1]});
  }
  calls.insert(calls.end(), list.begin() + 3, list.end());
  return calls;
}

}  // namespace

PndmScheduler::PndmScheduler(const SchedulerConfig& config, int steps) : Scheduler(config), m_apart(config.trainTimesteps / steps) {
  const std::vector<double> list = roundedTimesteps(config, steps);
  m_rungeKuttaCalls = *config.skipPrk ? 0 : 12;
  setTimesteps(*config.skipPrk ? withDoubledPlace(list) : withRungeKutta(list, m_apart));
}

Tensor PndmScheduler::noised(const Tensor& clean, const Tensor& noise, int index) const { return noisedAt(clean, noise, timestep(index)); }

Tensor PndmScheduler::cumulativeAt(std::int64_t t) const {
  if (t >= 0) return m_schedule.cumulative[t];
  return *m_config.alphaOneAtEnd ? at::ones({}, at::kFloat) : m_schedule.cumulative[0];
}

Tensor PndmScheduler::carried(const Tensor& x, std::int64_t from, std::int64_t to, const Tensor& answer) const {
  const Tensor now = cumulativeAt(from), after = cumulativeAt(to);
  Tensor noise = answer;
  if (m_config.prediction == Prediction::Velocity) noise = now.pow(0.5) * answer + (1 - now).pow(0.5) * x;
  const Tensor divisor = now * (1 - after).pow(0.5) + (now * (1 - now) * after).pow(0.5);
  return (after / now).pow(0.5) * x - (after - now) * noise / divisor;
}

Tensor PndmScheduler::rungeKuttaStep(const Tensor& x, const Tensor& answer, int index) {
  const int part = m_calls % 4;
  const std::int64_t from = timestep(m_calls / 4 * 4), to = timestep(index) - (m_calls % 2 == 1 ? 0 : m_apart / 2);
  if (part == 0) {
    m_sum = 1.0 / 6 * answer;
    m_answers.push_back(answer);
    m_start = x;
    return carried(x, from, to, answer);
  }
  if (part == 3) return carried(m_start, from, to, m_sum + 1.0 / 6 * answer);
  m_sum = m_sum + 1.0 / 3 * answer;
  return carried(m_start, from, to, answer);
}

Tensor PndmScheduler::blendedAnswer(const Tensor& answer) const {
  const auto past = [this](std::size_t back) { return m_answers[m_answers.size() - back]; };
  switch (m_answers.size()) {
    case 1: return m_calls == 0 ? answer : (answer + past(1)) / 2;
    case 2: return (3 * past(1) - past(2)) / 2;
    case 3: return (23 * past(1) - 16 * past(2) + 5 * past(3)) / 12;
    default: return (1.0 / 24) * (55 * past(1) - 59 * past(2) + 37 * past(3) - 9 * past(4));
  }
}

Tensor PndmScheduler::multistep(const Tensor& x, const Tensor& answer, int index) {
  const std::int64_t now = timestep(index);
  if (m_calls == 0) m_start = x;
  if (m_calls == 1) return carried(m_start, now + m_apart, now, blendedAnswer(answer));
  if (m_answers.size() == 4) m_answers.erase(m_answers.begin());
  m_answers.push_back(answer);
  return carried(x, now, now - m_apart, blendedAnswer(answer));
}

Denoised PndmScheduler::step(const Tensor& x, const Tensor& answer, int index, const Tensor&) {
  const Tensor now = m_schedule.cumulative[timestep(index)];
  const Tensor clean = split(m_config.prediction, answer, x, now.pow(0.5), (1 - now).pow(0.5)).clean;
  const Tensor next = m_calls < m_rungeKuttaCalls ? rungeKuttaStep(x, answer, index) : multistep(x, answer, index);
  ++m_calls;
  return {next, clean};
}

}  // namespace retailor::neural
