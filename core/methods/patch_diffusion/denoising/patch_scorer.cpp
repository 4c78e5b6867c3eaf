#include "core/methods/patch_diffusion/denoising/patch_scorer.h"

#include <cstring>
#include <limits>

namespace retailor::patch_diffusion {

namespace {

constexpr float kImpossible = std::numeric_limits<float>::infinity();

void put(PatchWindow& window, int index, const Pixel& pixel, float weight) {
  float* colour = window.colour + 4 * index;
  colour[0] = pixel.r, colour[1] = pixel.g, colour[2] = pixel.b, colour[3] = 2;
  float* w = window.weight + 4 * index;
  w[0] = w[1] = w[2] = w[3] = weight;
}

}  // namespace

PatchScorer::PatchScorer(const Level& level, const Plane& state, const std::vector<PatchSource>& sources, PixelTrust trust, int half)
    : m_level(level), m_state(state), m_sources(sources), m_kernels(patchKernels()), m_trust(trust), m_half(half) {}

void PatchScorer::aimAt(const Centre& centre) {
  m_centre = centre;
  m_preparedCount = 0;
  m_labels = 0;
  for (int dy = -m_half; dy <= m_half; ++dy)
    for (int dx = -m_half; dx <= m_half; ++dx)
      if (m_level.kind(centre.x + dx, centre.y + dy) == Kind::Hole) m_labels |= only(m_level.label(centre.x + dx, centre.y + dy));
}

bool PatchScorer::mayExplain(int source) const {
  return (m_sources[static_cast<std::size_t>(source)].rule.explains & only(m_centre.label)) != 0;
}

void PatchScorer::fill(PatchWindow& window, const PatchSource& source) const {
  const int side = 2 * m_half + 1;
  std::memset(window.weight, 0, sizeof window.weight);
  std::memset(window.colour, 0, sizeof window.colour);
  window.total = 0;
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) {
      const int x = m_centre.x + (source.rule.mirrored ? m_half - column : column - m_half), y = m_centre.y + row - m_half;
      const Kind kind = m_level.kind(x, y);
      if (kind == Kind::Outside) continue;
      const bool counts = kind == Kind::Known || (source.rule.explains & only(m_level.label(x, y))) != 0;
      if (!counts) continue;
      const float weight = kind == Kind::Known ? m_trust.known : m_trust.hole;
      put(window, row * 8 + column, m_state(x, y), weight);
      window.total += weight;
    }
}

const PatchWindow& PatchScorer::windowFor(const PatchSource& source) {
  const LabelSet labels = source.rule.explains & m_labels;
  for (std::size_t i = 0; i < m_preparedCount; ++i)
    if (m_prepared[i].labels == labels && m_prepared[i].mirrored == source.rule.mirrored) return m_prepared[i].window;
  if (m_preparedCount == m_prepared.size()) m_preparedCount = 0;
  Prepared& prepared = m_prepared[m_preparedCount++];
  prepared.labels = labels;
  prepared.mirrored = source.rule.mirrored;
  fill(prepared.window, source);
  return prepared.window;
}

float PatchScorer::dataEnergy(const PatchSource& source, const PatchWindow& window, const Candidate& place, float limit) const {
  const float* first = &source.plane->at(place.x - m_half, place.y - m_half)->r;
  const std::ptrdiff_t stride = source.plane->stride() * 4;
  if (source.whole(place.x, place.y)) return m_kernels.whole(window, first, stride, 2 * m_half + 1, limit);
  const PatchMatch match = m_kernels.partly(window, first, stride, 2 * m_half + 1);
  if (match.weight < source.rule.minimumCover * window.total || match.weight <= 0) return kImpossible;
  // What cannot be compared costs as much as a fair fit would: otherwise patches at a region's border would move to be covered.
  return match.distance + (window.total - match.weight) * m_trust.unseen;
}

float PatchScorer::homeEnergy(const PatchSource& source, const Candidate& place) const {
  if (source.reach <= 0) return 0;
  const float dx = static_cast<float>(place.x - m_centre.x), dy = static_cast<float>(place.y - m_centre.y);
  const float away = (dx * dx + dy * dy) / (source.reach * source.reach);
  return source.rule.staysWithinReach && away > 9 ? kImpossible : away / 2;
}

float PatchScorer::energy(const Candidate& place, float limit) {
  const PatchSource& source = m_sources[static_cast<std::size_t>(place.source)];
  if (!source.plane->contains(place.x, place.y) || !mayExplain(place.source)) return kImpossible;
  const float home = homeEnergy(source, place) + source.rule.handicap;
  if (home >= limit) return home;
  if (source.rule.minimumCover >= 0.999f && !source.whole(place.x, place.y)) {
    // A patch over the picture's edge may still be explained: its outside pixels carry no weight.
    const bool overEdge = m_centre.x < m_half || m_centre.y < m_half || m_centre.x >= m_level.kind.width() - m_half ||
                          m_centre.y >= m_level.kind.height() - m_half;
    if (!overEdge) return kImpossible;
  }
  return home + dataEnergy(source, windowFor(source), place, limit - home);
}

}  // namespace retailor::patch_diffusion
