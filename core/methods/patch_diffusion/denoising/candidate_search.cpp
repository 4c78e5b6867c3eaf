#include "core/methods/patch_diffusion/denoising/candidate_search.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/denoising/best_list.h"
#include "core/methods/patch_diffusion/denoising/counter_noise.h"

namespace retailor::patch_diffusion {

namespace {

constexpr std::ptrdiff_t kCentresAtATime = 256;
constexpr int kNeighbourBest = 2;  // how many of a neighbour's candidates are tried

struct Offset {
  int x, y;
};
constexpr std::array<Offset, 4> kNeighbours{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}};

// Where a patch at `offset` from `candidate`'s centre would be if it belonged to the same copy.
Candidate continued(Candidate candidate, const PatchSource& source, int dx, int dy) {
  candidate.x = static_cast<std::int16_t>(candidate.x + (source.rule.mirrored ? -dx : dx));
  candidate.y = static_cast<std::int16_t>(candidate.y + dy);
  return candidate;
}

// Works out the new list of one centre.
class CentreSearch {
 public:
  CentreSearch(const SearchScene& scene, const SearchSettings& settings)
      : m_scene(scene), m_settings(settings), m_scorer(scene.level, scene.state, scene.sources, settings.trust, scene.half) {}

  void everywhere(std::ptrdiff_t index, Candidates& after) {
    start(index, after);
    for (std::int16_t s = 0; s < static_cast<std::int16_t>(m_scene.sources.size()); ++s)
      if (m_scorer.mayExplain(s)) allOf(s);
  }

  void from(const Candidates& before, std::ptrdiff_t index, Candidates& after) {
    start(index, after);
    hearNeighbours(before);
    const Candidate* own = before.of(index);
    for (int i = 0; i < before.keep && own[i].source >= 0; ++i) consider(own[i]);
    for (const Candidate& place : m_heard) consider(place);
    samePlaces();
    probe(own[0], index);
  }

 private:
  void start(std::ptrdiff_t index, Candidates& after) {
    m_centre = m_scene.centres.list[static_cast<std::size_t>(index)];
    m_scorer.aimAt(m_centre);
    m_best = BestList(after.of(index), after.keep);
    m_expected.clear();
    m_heard.clear();
  }

  void allOf(std::int16_t source) {
    const PatchSource& from = m_scene.sources[static_cast<std::size_t>(source)];
    const int far = from.rule.staysWithinReach ? static_cast<int>(3 * from.reach) : std::max(from.plane->width(), from.plane->height());
    for (int y = std::max(0, m_centre.y - far); y <= std::min(from.plane->height() - 1, m_centre.y + far); ++y)
      for (int x = std::max(0, m_centre.x - far); x <= std::min(from.plane->width() - 1, m_centre.x + far); ++x)
        offer({source, static_cast<std::int16_t>(x), static_cast<std::int16_t>(y), 0});
  }

  // Collects what the four neighbours' copies would put here, and which of it is their best.
  void hearNeighbours(const Candidates& before) {
    for (const Offset& side : kNeighbours) {
      const int x = m_centre.x + side.x * m_scene.stride, y = m_centre.y + side.y * m_scene.stride;
      const int index = m_scene.centres.at.contains(x, y) ? m_scene.centres.at(x, y) - 1 : -1;
      if (index < 0) continue;
      const Candidate* theirs = before.of(index);
      for (int i = 0; i < std::min(kNeighbourBest, before.keep) && theirs[i].source >= 0; ++i) {
        const PatchSource& source = m_scene.sources[static_cast<std::size_t>(theirs[i].source)];
        m_heard.push_back(continued(theirs[i], source, -side.x * m_scene.stride, -side.y * m_scene.stride));
        if (i == 0) m_expected.push_back(m_heard.back());
      }
    }
  }

  void samePlaces() {
    for (std::size_t s = 0; s < m_scene.sources.size(); ++s)
      if (m_scene.sources[s].rule.reference >= 0) consider({static_cast<std::int16_t>(s), m_centre.x, m_centre.y, 0});
  }

  // Random places around the best one and around home in turns, ever nearer.
  void probe(const Candidate& best, std::ptrdiff_t index) {
    std::uint64_t random = counterHash(m_settings.seed, static_cast<std::uint64_t>(index));
    for (int i = 0; i < m_settings.probes; ++i) {
      random = mixed(random);
      const std::int16_t source = best.source >= 0 ? best.source : static_cast<std::int16_t>(random % m_scene.sources.size());
      const Candidate around = i % 2 == 0 && best.source >= 0 ? best : Candidate{source, m_centre.x, m_centre.y, 0};
      const float radius = std::max(1.0f, reachOf(source) * std::pow(0.6f, static_cast<float>(i)));
      consider(jittered(around, radius, random));
    }
  }

  float reachOf(std::int16_t source) const {
    const PatchSource& from = m_scene.sources[static_cast<std::size_t>(source)];
    return from.rule.staysWithinReach ? 3 * from.reach : 0.5f * static_cast<float>(std::max(from.plane->width(), from.plane->height()));
  }

  static Candidate jittered(Candidate place, float radius, std::uint64_t random) {
    const float across = 2 * unitUniform(static_cast<std::uint32_t>(random >> 32)) - 1,
                down = 2 * unitUniform(static_cast<std::uint32_t>(random)) - 1;
    place.x = static_cast<std::int16_t>(place.x + std::lround(across * radius));
    place.y = static_cast<std::int16_t>(place.y + std::lround(down * radius));
    return place;
  }

  void consider(const Candidate& place) {
    if (!m_best.holds(place)) offer(place);
  }

  void offer(Candidate place) {
    float bonus = 0;
    for (const Candidate& expected : m_expected)
      if (expected.samePlace(place)) bonus += m_settings.agreement;
    place.energy = m_scorer.energy(place, m_best.limit() + bonus) - bonus;
    m_best.offer(place);
  }

  const SearchScene& m_scene;
  const SearchSettings& m_settings;
  PatchScorer m_scorer;
  Centre m_centre{};
  BestList m_best{nullptr, 0};
  std::vector<Candidate> m_heard;     // what the neighbours' copies would put here
  std::vector<Candidate> m_expected;  // the same of their best only
};

Candidates forEachCentre(const SearchScene& scene, const SearchSettings& settings, int keep, Crew& crew, auto&& search) {
  Candidates after(scene.centres.list.size(), keep);
  crew.overRange(static_cast<std::ptrdiff_t>(scene.centres.list.size()), kCentresAtATime, [&](std::ptrdiff_t first, std::ptrdiff_t last) {
    CentreSearch centre(scene, settings);
    for (std::ptrdiff_t i = first; i < last && !crew.stopped(); ++i) search(centre, i, after);
  });
  return after;
}

// The coarse centre a fine one lies in; with a stride between centres, the nearest there is.
int coarseIndex(const PatchCentres& centres, int x, int y) {
  for (int reach = 0; reach < 3; ++reach)
    for (int dy = -reach; dy <= reach; ++dy)
      for (int dx = -reach; dx <= reach; ++dx)
        if (centres.at.contains(x + dx, y + dy) && centres.at(x + dx, y + dy) > 0) return centres.at(x + dx, y + dy) - 1;
  return -1;
}

// Positions double; a centre off its coarse centre moves on within the same copy. A mirrored copy runs the other way.
Candidate doubled(const Candidate& coarse, const Centre& from, const Centre& to, const PatchSource& source) {
  Candidate fine = coarse;
  fine.x = static_cast<std::int16_t>(2 * coarse.x + (source.rule.mirrored ? 1 : 0));
  fine.y = static_cast<std::int16_t>(2 * coarse.y);
  return continued(fine, source, to.x - 2 * from.x, to.y - 2 * from.y);
}

}  // namespace

Candidates searchEverywhere(const SearchScene& scene, const SearchSettings& settings, int keep, Crew& crew) {
  return forEachCentre(scene, settings, keep, crew,
                       [](CentreSearch& centre, std::ptrdiff_t i, Candidates& after) { centre.everywhere(i, after); });
}

Candidates searchFrom(const Candidates& before, const SearchScene& scene, const SearchSettings& settings, int keep, Crew& crew) {
  return forEachCentre(scene, settings, keep, crew,
                       [&before](CentreSearch& centre, std::ptrdiff_t i, Candidates& after) { centre.from(before, i, after); });
}

Candidates refined(const Candidates& coarse, const PatchCentres& coarseCentres, const SearchScene& fine, Crew& crew) {
  Candidates after(fine.centres.list.size(), coarse.keep);
  crew.overRange(static_cast<std::ptrdiff_t>(fine.centres.list.size()), 4096, [&](std::ptrdiff_t first, std::ptrdiff_t last) {
    for (std::ptrdiff_t i = first; i < last; ++i) {
      const Centre& to = fine.centres.list[static_cast<std::size_t>(i)];
      const int index = coarseIndex(coarseCentres, to.x / 2, to.y / 2);
      if (index < 0) continue;
      const Centre& from = coarseCentres.list[static_cast<std::size_t>(index)];
      for (int k = 0; k < coarse.keep && coarse.of(index)[k].source >= 0; ++k)
        after.of(i)[k] = doubled(coarse.of(index)[k], from, to, fine.sources[static_cast<std::size_t>(coarse.of(index)[k].source)]);
    }
  });
  return after;
}

}  // namespace retailor::patch_diffusion
