#include "core/methods/patch_diffusion/denoising/patch_vote.h"

#include <array>
#include <cmath>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

// Posterior weight of every candidate times the trust in its centre; 0 for missing ones.
std::vector<float> voteWeights(const SearchScene& scene, const Candidates& candidates, Crew& crew) {
  std::vector<float> weights(candidates.cells.size());
  crew.overRange(static_cast<std::ptrdiff_t>(scene.centres.list.size()), 4096, [&](std::ptrdiff_t first, std::ptrdiff_t last) {
    for (std::ptrdiff_t i = first; i < last; ++i) {
      const Candidate* cells = candidates.of(i);
      float* w = weights.data() + i * candidates.keep;
      float sum = 0;
      for (int k = 0; k < candidates.keep && cells[k].source >= 0; ++k) sum += w[k] = std::exp(cells[0].energy - cells[k].energy);
      for (int k = 0; k < candidates.keep && cells[k].source >= 0; ++k) w[k] *= scene.centres.list[static_cast<std::size_t>(i)].trust / sum;
    }
  });
  return weights;
}

// Gathers the votes for one pixel at a time, so that threads never write to the same place.
class VoteGatherer {
 public:
  VoteGatherer(const SearchScene& scene, const Candidates& candidates, const std::vector<float>& weights, float width)
      : m_scene(scene), m_candidates(candidates), m_weights(weights) {
    for (int dy = -scene.half; dy <= scene.half; ++dy)
      for (int dx = -scene.half; dx <= scene.half; ++dx)
        m_bell[cell(dx, dy)] = std::exp(-static_cast<float>(dx * dx + dy * dy) / (2 * width * width));
  }

  // The mean of the votes; usable 0 when there are none.
  Pixel at(int x, int y) const {
    Pixel sum;
    const LabelSet label = m_scene.level.kind(x, y) == Kind::Hole ? only(m_scene.level.label(x, y)) : ~LabelSet{0};
    const int half = m_scene.half;
    for (int dy = -half; dy <= half; ++dy)
      for (int dx = -half; dx <= half; ++dx)
        if (const int centre = m_scene.centres.at(x + dx, y + dy); centre > 0) addVotes(centre - 1, -dx, -dy, label, sum);
    if (sum.usable <= 0) return {};
    return {sum.r / sum.usable, sum.g / sum.usable, sum.b / sum.usable, 1};
  }

 private:
  std::size_t cell(int dx, int dy) const { return static_cast<std::size_t>((dy + 3) * 7 + dx + 3); }

  void addVotes(int centre, int dx, int dy, LabelSet label, Pixel& sum) const {
    const Candidate* places = m_candidates.of(centre);
    const float* weights = m_weights.data() + static_cast<std::ptrdiff_t>(centre) * m_candidates.keep;
    for (int k = 0; k < m_candidates.keep && places[k].source >= 0; ++k) {
      const PatchSource& source = m_scene.sources[static_cast<std::size_t>(places[k].source)];
      if ((source.rule.explains & label) == 0) continue;
      const Pixel& vote = (*source.plane)(places[k].x + (source.rule.mirrored ? -dx : dx), places[k].y + dy);
      const float w = weights[k] * m_bell[cell(dx, dy)] * vote.usable;
      sum.r += w * vote.r, sum.g += w * vote.g, sum.b += w * vote.b, sum.usable += w;
    }
  }

  const SearchScene& m_scene;
  const Candidates& m_candidates;
  const std::vector<float>& m_weights;
  std::array<float, 49> m_bell{};
};

}  // namespace

void denoise(const SearchScene& scene, const Candidates& candidates, float voteWidth, Plane& estimate, Crew& crew) {
  const std::vector<float> weights = voteWeights(scene, candidates, crew);
  const VoteGatherer gatherer(scene, candidates, weights, voteWidth);
  const image::Rect& active = scene.level.active;
  crew.overRows(active.height, [&](int row) {
    for (int x = active.x; x < active.right(); ++x) {
      const Pixel mean = gatherer.at(x, active.y + row);
      Pixel& pixel = estimate(x, active.y + row);
      if (mean.usable > 0)
        pixel = mean;
      else if (scene.level.kind(x, active.y + row) == Kind::Known)
        pixel.usable = 0;
    }
  });
}

}  // namespace retailor::patch_diffusion
