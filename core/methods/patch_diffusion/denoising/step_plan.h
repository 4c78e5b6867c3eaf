#pragma once

#include <vector>

namespace retailor::patch_diffusion {

enum class Effort { Fast, Standard, Quality };

// How one level is denoised (spec section 3, parameters).
struct LevelPlan {
  int half = 3;            // the patch's half width
  int stride = 1;          // between patch centres
  int keep = 6;            // candidates per centre
  int steps = 6;           // with noise
  int polish = 0;          // without
  float noiseFrom = 0.1f;  // standard deviation at the first and the last noisy step
  float noiseTo = 0.02f;
  bool everywhere = false;           // score every position every few steps instead of only searching
  bool calm = false;                 // membrane at the last step only
  float widthFrom = 2, widthTo = 2;  // of the voting bell, pixels

  float noiseAt(int step) const;  // 0 at polish steps
  float widthAt(int step) const;
  int allSteps() const { return steps + polish; }
};

struct PlanWishes {
  Effort effort = Effort::Standard;
  float stepScale = 1;   // multiplies the number of steps
  float noiseScale = 1;  // "strength": 0..1, how much noise each level starts with
};

// One plan for each level, coarsest first. The last `extraFine` levels lie beyond the working size and get the least work.
std::vector<LevelPlan> plansFor(int levels, int extraFine, const PlanWishes& wishes);

}  // namespace retailor::patch_diffusion
