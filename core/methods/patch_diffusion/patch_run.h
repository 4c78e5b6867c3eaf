#pragma once

#include <optional>
#include <stop_token>

#include "core/completion/completion_method.h"
#include "core/completion/fitted_references.h"
#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/patch_task.h"
#include "core/methods/patch_diffusion/run_clock.h"

namespace retailor::patch_diffusion {

// One run of the method from request to candidates. Lives on the worker's stack.
class PatchRun {
 public:
  PatchRun(const completion::CompletionRequest& request, completion::CompletionListener& listener, std::stop_token stop);

  completion::CompletionOutcome outcome();
  // What it works on, as pictures, but for the pre-fill: that is the first preview that the listener hears.
  Result<completion::PreparedInputs> inputs();
  const RunClock& clock() const { return m_clock; }

 private:
  Result<void> begin();
  Result<PreparedTask> prepareTask();
  Result<void> placeFitted();
  completion::CompletionOutcome drawFitted();
  Result<completion::Candidate> candidateFor(const Plane& picture) const;
  completion::CompletionOutcome drawAll(const PreparedTask& task);
  Result<completion::Candidate> draw(const PreparedTask& task, std::uint64_t seed);
  DenoiseSettings denoiseSettings(const PreparedTask& task, std::uint64_t seed) const;
  TaskSettings taskSettings() const;
  bool hear(const StepReport& report);
  void show(const Level& level, const Plane& estimate);
  void noteMissingReferences();

  const completion::CompletionRequest& m_asked;
  completion::CompletionRequest m_request;  // what is left to fill: as asked, unless garments were fitted
  std::optional<completion::FittedReferences> m_fitted;
  completion::CompletionListener& m_listener;
  Crew m_crew;
  RunClock m_clock;
  image::Rect m_window;
  int m_keptAfter = 0;  // step at which the user chose to keep what there was; 0: ran to the end
};

}  // namespace retailor::patch_diffusion
