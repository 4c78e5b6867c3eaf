#include "core/methods/patch_diffusion/denoising/step_plan.h"

#include <algorithm>
#include <cmath>

namespace retailor::patch_diffusion {

namespace {

struct StepCounts {
  int coarsest, middle, fine, polish;
};

StepCounts countsFor(Effort effort) {
  if (effort == Effort::Fast) return {10, 4, 3, 2};
  if (effort == Effort::Quality) return {24, 10, 8, 6};
  return {16, 6, 4, 4};
}

int scaled(int count, float scale) { return std::max(1, static_cast<int>(std::lround(static_cast<float>(count) * scale))); }

LevelPlan planFor(int level, int levels, int extraFine, const StepCounts& counts, const PlanWishes& wishes) {
  const int toFinest = levels - 1 - level;
  const bool last = toFinest == 0, fine = toFinest < 2 + extraFine, extra = toFinest < extraFine;
  LevelPlan plan;
  plan.half = wishes.effort == Effort::Fast ? 2 : 3;
  if (level == 0) {
    plan = {.half = plan.half, .keep = 32, .steps = counts.coarsest, .noiseFrom = 0.5f, .noiseTo = 0.03f, .everywhere = true};
  } else if (fine) {
    plan = {.half = plan.half, .keep = 6, .steps = counts.fine, .noiseFrom = 0.04f, .noiseTo = 0.01f};
  } else {
    plan.steps = counts.middle;
  }
  plan.steps = extra ? 2 : scaled(plan.steps, wishes.stepScale);
  plan.noiseFrom *= std::max(wishes.noiseScale, 0.01f);
  plan.noiseTo = std::min(plan.noiseTo, plan.noiseFrom);
  if (extra) plan.keep = 2, plan.stride = 2;
  if (!last) return plan;
  plan.keep = 1;
  plan.polish = extra ? 2 : scaled(counts.polish, wishes.stepScale);
  plan.stride = extra || wishes.effort == Effort::Fast ? 2 : 1;
  plan.widthTo = 0.35f;  // in the end nearly every pixel is a copy: twice as sharp as 0.8, at the same error
  plan.calm = true;
  return plan;
}

}  // namespace

float LevelPlan::noiseAt(int step) const {
  if (step >= steps) return 0;
  if (steps == 1) return noiseFrom;
  return noiseFrom * std::pow(noiseTo / noiseFrom, static_cast<float>(step) / static_cast<float>(steps - 1));
}

float LevelPlan::widthAt(int step) const {
  if (allSteps() == 1) return widthTo;
  return widthFrom + (widthTo - widthFrom) * static_cast<float>(step) / static_cast<float>(allSteps() - 1);
}

std::vector<LevelPlan> plansFor(int levels, int extraFine, const PlanWishes& wishes) {
  const StepCounts counts = countsFor(wishes.effort);
  std::vector<LevelPlan> plans;
  for (int level = 0; level < levels; ++level) plans.push_back(planFor(level, levels, extraFine, counts, wishes));
  return plans;
}

}  // namespace retailor::patch_diffusion
