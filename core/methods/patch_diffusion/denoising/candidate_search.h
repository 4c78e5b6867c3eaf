#pragma once

#include <cstdint>
#include <vector>

#include "core/methods/patch_diffusion/denoising/patch_centres.h"
#include "core/methods/patch_diffusion/denoising/patch_scorer.h"
#include "core/methods/patch_diffusion/denoising/patch_source.h"

namespace retailor::patch_diffusion {

class Crew;

// Everything a search reads; none of it changes while the search runs.
struct SearchScene {
  const Level& level;
  const Plane& state;  // x: the photo, and the noisy picture in the hole
  const std::vector<PatchSource>& sources;
  const PatchCentres& centres;
  int half;        // the patch's half width
  int stride = 1;  // between centres
};

struct SearchSettings {
  PixelTrust trust;
  int probes = 4;          // random places tried per centre
  float agreement = 0.5f;  // nats for every neighbour whose best match is the same copy
  std::uint64_t seed = 0;  // of this level and step
};

// Scores every position of every source for every centre: the exact posterior, cut to the best `keep`. For the coarsest level.
Candidates searchEverywhere(const SearchScene& scene, const SearchSettings& settings, int keep, Crew& crew);

// One step from the candidates of the step before: re-scores them, tries the same place in each placed reference, the neighbours'
// best two, shifted, and random probes (spec section 3). Reads only `before`, so the order of work does not matter.
Candidates searchFrom(const Candidates& before, const SearchScene& scene, const SearchSettings& settings, int keep, Crew& crew);

// Candidates for a level twice as fine: positions doubled, the remainder of the centre added.
Candidates refined(const Candidates& coarse, const PatchCentres& coarseCentres, const SearchScene& fine, Crew& crew);

}  // namespace retailor::patch_diffusion
