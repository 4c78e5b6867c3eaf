#include "core/methods/patch_diffusion/denoising/nearest_member.h"

#include <algorithm>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

class Sweep {
 public:
  Sweep(NearestMember& nearest, const image::Rect& within) : m_nearest(nearest), m_within(within) {}

  void relax(int x, int y, int fromX, int fromY, int cost) {
    if (!m_within.contains(fromX, fromY)) return;
    const std::int32_t through = m_nearest.distance(fromX, fromY) + cost;
    if (through >= m_nearest.distance(x, y)) return;
    m_nearest.distance(x, y) = through;
    m_nearest.label(x, y) = m_nearest.label(fromX, fromY);
  }

  // From the neighbours before (step 1) or after (step -1) this pixel in reading order.
  void relaxAll(int x, int y, int step) {
    relax(x, y, x - step, y, 3), relax(x, y, x, y - step, 3);
    relax(x, y, x - step, y - step, 4), relax(x, y, x + step, y - step, 4);
  }

 private:
  NearestMember& m_nearest;
  const image::Rect& m_within;
};

}  // namespace

void sweepNearest(NearestMember& nearest, const image::Rect& within, Crew& crew) {
  Sweep sweep(nearest, within);
  for (int y = within.y; y < within.bottom() && !crew.stopped(); ++y)
    for (int x = within.x; x < within.right(); ++x) sweep.relaxAll(x, y, 1);
  for (int y = within.bottom() - 1; y >= within.y && !crew.stopped(); --y)
    for (int x = within.right() - 1; x >= within.x; --x) sweep.relaxAll(x, y, -1);
}

}  // namespace retailor::patch_diffusion
