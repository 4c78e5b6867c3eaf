#pragma once

#include <array>
#include <vector>

#include "core/methods/patch_diffusion/denoising/patch_centres.h"
#include "core/methods/patch_diffusion/denoising/patch_energy.h"
#include "core/methods/patch_diffusion/denoising/patch_source.h"

namespace retailor::patch_diffusion {

// How far a pixel's value may be off, as the factor a / T of its squared difference (spec section 2).
struct PixelTrust {
  float known;   // 1 / (2 tk² T)
  float hole;    // 1 / (2 (s² + tu²) T)
  float unseen;  // squared difference assumed where the source has no usable pixel
};

// Scores candidates for one patch centre after another. Each thread has its own; the level and the sources outlive it.
class PatchScorer {
 public:
  PatchScorer(const Level& level, const Plane& state, const std::vector<PatchSource>& sources, PixelTrust trust, int half);

  void aimAt(const Centre& centre);

  bool mayExplain(int source) const;  // whether the source may fill the label the centre lies on
  // Energy in nats without the agreement with neighbours; at least `limit` (not exact) or infinite when that is certain.
  float energy(const Candidate& place, float limit);

 private:
  const PatchWindow& windowFor(const PatchSource& source);
  void fill(PatchWindow& window, const PatchSource& source) const;
  float dataEnergy(const PatchSource& source, const PatchWindow& window, const Candidate& place, float limit) const;
  float homeEnergy(const PatchSource& source, const Candidate& place) const;

  const Level& m_level;
  const Plane& m_state;
  const std::vector<PatchSource>& m_sources;
  PatchKernels m_kernels;
  PixelTrust m_trust;
  int m_half;
  Centre m_centre{};
  LabelSet m_labels = 0;  // of the hole pixels under the patch

  // Windows differ between sources only in which labels count and whether they are mirrored; they are made when first asked for.
  struct Prepared {
    LabelSet labels;
    bool mirrored;
    PatchWindow window;
  };
  std::array<Prepared, 12> m_prepared;
  std::size_t m_preparedCount = 0;
};

}  // namespace retailor::patch_diffusion
