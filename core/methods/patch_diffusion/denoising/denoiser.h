#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/methods/patch_diffusion/denoising/candidate_search.h"
#include "core/methods/patch_diffusion/denoising/step_plan.h"

namespace retailor::patch_diffusion {

class RunClock;

// What a run shows after each step.
struct StepReport {
  int step;  // 1-based, over all levels
  int steps;
  const Level& level;
  const Plane& estimate;  // D: the hole's predicted clean picture; known pixels mean nothing
};

struct DenoiseSettings {
  std::vector<LevelPlan> plans;  // coarsest first
  std::uint64_t seed = 0;
  float membraneLimit = 0.15f;
};

// Returns false to end the run early with what there is.
using StepHeard = std::function<bool(const StepReport&)>;

// Denoises the hole from the coarsest level to the finest (pyramid[0]) and returns the finest estimate: the photo with the hole filled.
// The picture may be unfinished when the crew was stopped.
Plane denoisePyramid(const std::vector<Level>& pyramid, const std::vector<SourceRule>& rules, const DenoiseSettings& settings,
                     const StepHeard& heard, Crew& crew, RunClock& clock);

// The coarsest level's starting picture: placed references inside their labels, a smooth fill elsewhere.
Plane startingPicture(const Level& level, const std::vector<SourceRule>& rules, Crew& crew);

// The photo where it is known, `estimate` in the hole.
Plane composited(const Level& level, const Plane& estimate);

}  // namespace retailor::patch_diffusion
