#pragma once

#include <limits>

#include "core/methods/patch_diffusion/denoising/patch_centres.h"

namespace retailor::patch_diffusion {

// Keeps the best few candidates of one centre in a row of `keep` cells, best first.
class BestList {
 public:
  BestList(Candidate* cells, int keep) : m_cells(cells), m_keep(keep) {}

  // What a newcomer has to beat.
  float limit() const { return m_count < m_keep ? std::numeric_limits<float>::infinity() : m_cells[m_keep - 1].energy; }

  bool holds(const Candidate& place) const {
    for (int i = 0; i < m_count; ++i)
      if (m_cells[i].samePlace(place)) return true;
    return false;
  }

  void offer(const Candidate& candidate) {
    if (!(candidate.energy < limit())) return;
    int i = m_count < m_keep ? m_count++ : m_keep - 1;
    for (; i > 0 && m_cells[i - 1].energy > candidate.energy; --i) m_cells[i] = m_cells[i - 1];
    m_cells[i] = candidate;
  }

 private:
  Candidate* m_cells;
  int m_keep;
  int m_count = 0;
};

}  // namespace retailor::patch_diffusion
