#include "core/methods/patch_diffusion/denoising/denoiser.h"

#include <algorithm>
#include <string>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/denoising/counter_noise.h"
#include "core/methods/patch_diffusion/denoising/membrane.h"
#include "core/methods/patch_diffusion/denoising/patch_vote.h"
#include "core/methods/patch_diffusion/denoising/smooth_fill.h"
#include "core/methods/patch_diffusion/denoising/upsample.h"
#include "core/methods/patch_diffusion/run_clock.h"

namespace retailor::patch_diffusion {

namespace {

constexpr float kTemperature = 12;            // T
constexpr float kKnownSpread = 0.03f;         // tk
constexpr float kHoleSpread = 0.03f;          // tu
constexpr float kUnseenSpread = 0.03f;        // how far off a pixel is taken to be that a source cannot show
constexpr int kStepsBetweenFullSearches = 4;  // on the coarsest level; between them the best 32 are followed, at a quarter of the time
constexpr float kMembraneFrom = 0.2f;         // noise level below which the membrane is worth adding

PixelTrust trustAt(float noise) {
  return {1 / (2 * kKnownSpread * kKnownSpread * kTemperature), 1 / (2 * (noise * noise + kHoleSpread * kHoleSpread) * kTemperature),
          3 * kUnseenSpread * kUnseenSpread};
}

void forHole(const Level& level, Crew& crew, auto&& change) {
  crew.overRows(level.active.height, [&](int row) {
    const int y = level.active.y + row;
    for (int x = level.active.x; x < level.active.right(); ++x)
      if (level.kind(x, y) == Kind::Hole) change(x, y);
  });
}

// x = D + s n, the noise a function of place and seed only.
void startState(const Level& level, const Plane& estimate, float noise, std::uint64_t seed, Plane& state, Crew& crew) {
  forHole(level, crew, [&](int x, int y) {
    const std::uint64_t bits = counterHash(seed, static_cast<std::uint64_t>(y), static_cast<std::uint64_t>(x));
    const Pixel& d = estimate(x, y);
    state(x, y) = {d.r + noise * standardNormal(mixed(bits)), d.g + noise * standardNormal(mixed(bits + 1)),
                   d.b + noise * standardNormal(mixed(bits + 2)), 1};
  });
}

// The sampler's deterministic step: x <- D + (s_next / s)(x - D).
void advance(const Level& level, const Plane& estimate, float ratio, Plane& state, Crew& crew) {
  forHole(level, crew, [&](int x, int y) {
    const Pixel& d = estimate(x, y);
    Pixel& p = state(x, y);
    p = {d.r + ratio * (p.r - d.r), d.g + ratio * (p.g - d.g), d.b + ratio * (p.b - d.b), 1};
  });
}

// Denoises one level after another; holds what passes from a level to the next finer one.
class PyramidDenoiser {
 public:
  PyramidDenoiser(const std::vector<SourceRule>& rules, const DenoiseSettings& settings, const StepHeard& heard, Crew& crew,
                  RunClock& clock)
      : m_rules(rules), m_settings(settings), m_heard(heard), m_crew(crew), m_clock(clock) {
    for (const LevelPlan& plan : settings.plans) m_steps += plan.allSteps();
  }

  // False when the run is to end.
  bool denoiseLevel(const Level& level, std::size_t index, float shrink) {
    const LevelPlan& plan = m_settings.plans[index];
    begin(level, plan, shrink);
    if (m_crew.stopped()) return false;
    const std::uint64_t levelSeed = counterHash(m_settings.seed, index);
    Plane state = level.photo;
    startState(level, m_estimate, plan.noiseAt(0), levelSeed, state, m_crew);
    for (int step = 0; step < plan.allSteps(); ++step) {
      takeStep(level, plan, step, counterHash(levelSeed, static_cast<std::uint64_t>(step) + 1), state);
      if (m_crew.stopped() || !report(level)) return false;
    }
    return true;
  }

  Plane& estimate() { return m_estimate; }

 private:
  void begin(const Level& level, const LevelPlan& plan, float shrink) {
    const std::vector<PatchSource> sources = sourcesAt(level, m_rules, shrink, plan.half, m_crew);
    const PatchCentres coarse = std::move(m_centres);
    m_centres = centresOf(level, plan.half, plan.stride, m_crew);
    if (m_crew.stopped()) return;
    m_sources = sources;
    if (m_estimate.empty()) {
      m_estimate = startingPicture(level, m_rules, m_crew);
    } else {
      m_estimate = upsampled(composited(*m_coarser, m_estimate), level, m_crew);
      m_candidates = refined(m_candidates, coarse, scene(level, plan, m_estimate), m_crew);
    }
    m_coarser = &level;
    m_clock.book("level setup");
  }

  SearchScene scene(const Level& level, const LevelPlan& plan, const Plane& state) const {
    return {level, state, m_sources, m_centres, plan.half, plan.stride};
  }

  void takeStep(const Level& level, const LevelPlan& plan, int step, std::uint64_t seed, Plane& state) {
    const float noise = plan.noiseAt(step), next = plan.noiseAt(step + 1);
    const SearchSettings search{.trust = trustAt(noise), .seed = seed};
    const SearchScene now = scene(level, plan, state);
    if (m_crew.stopped()) return;
    m_candidates = plan.everywhere && step % kStepsBetweenFullSearches == 0 ? searchEverywhere(now, search, plan.keep, m_crew)
                                                                            : searchFrom(m_candidates, now, search, plan.keep, m_crew);
    m_clock.book("match " + sizeOf(level));
    if (m_crew.stopped()) return;
    denoise(now, m_candidates, plan.widthAt(step), m_estimate, m_crew);
    m_clock.book("vote " + sizeOf(level));
    const bool last = step + 1 == plan.allSteps();
    if (noise <= kMembraneFrom && (last || !plan.calm)) addMembrane(level, m_estimate, m_settings.membraneLimit, m_crew);
    m_clock.book("harmonise " + sizeOf(level));
    advance(level, m_estimate, noise > 0 ? next / noise : 0.0f, state, m_crew);
  }

  static std::string sizeOf(const Level& level) { return std::to_string(level.photo.width()) + "x" + std::to_string(level.photo.height()); }

  bool report(const Level& level) { return m_heard({++m_step, m_steps, level, m_estimate}); }

  const std::vector<SourceRule>& m_rules;
  const DenoiseSettings& m_settings;
  const StepHeard& m_heard;
  Crew& m_crew;
  RunClock& m_clock;
  std::vector<PatchSource> m_sources;
  PatchCentres m_centres;
  Candidates m_candidates;
  Plane m_estimate;
  const Level* m_coarser = nullptr;
  int m_step = 0, m_steps = 0;
};

}  // namespace

Plane composited(const Level& level, const Plane& estimate) {
  Plane picture = level.photo;
  for (int y = level.active.y; y < level.active.bottom(); ++y)
    for (int x = level.active.x; x < level.active.right(); ++x)
      if (level.kind(x, y) == Kind::Hole) picture(x, y) = estimate(x, y);
  return picture;
}

Plane startingPicture(const Level& level, const std::vector<SourceRule>& rules, Crew& crew) {
  Plane picture = level.photo;
  forHole(level, crew, [&](int x, int y) {
    for (const SourceRule& rule : rules)
      if (rule.reference >= 0 && (rule.explains & only(level.label(x, y))) && picture(x, y).usable <= 0)
        picture(x, y) = level.references[static_cast<std::size_t>(rule.reference)](x, y);
  });
  continueHarmonically(picture, crew);
  forHole(level, crew, [&](int x, int y) { picture(x, y).usable = 1; });
  return picture;
}

Plane denoisePyramid(const std::vector<Level>& pyramid, const std::vector<SourceRule>& rules, const DenoiseSettings& settings,
                     const StepHeard& heard, Crew& crew, RunClock& clock) {
  PyramidDenoiser denoiser(rules, settings, heard, crew, clock);
  std::size_t done = 0;
  for (bool going = true; done < pyramid.size() && going; ++done) {
    const std::size_t finer = pyramid.size() - 1 - done;
    going = denoiser.denoiseLevel(pyramid[finer], done, static_cast<float>(1u << finer));
  }
  if (crew.stopped()) return {};
  Plane picture = composited(pyramid[pyramid.size() - done], denoiser.estimate());
  for (std::size_t finer = pyramid.size() - done; finer-- > 0 && !crew.stopped();) picture = upsampled(picture, pyramid[finer], crew);
  return picture;
}

}  // namespace retailor::patch_diffusion
