#pragma once

#include <QRect>
#include <vector>

#include "core/mask/mask.h"
#include "ui/canvas/zoom_pan.h"

namespace retailor::ui {

// A mask and its halves, quarters, …, read at device pixels. The full-size level stays the caller's and is handed in with every call; the
// smaller ones follow it rectangle by rectangle, so that a dab costs little more than its own pixels.
class CoverageLevels {
 public:
  void rebuild(const mask::Mask& mask);
  void update(const mask::Mask& mask, const image::Rect& changed);
  bool fits(const mask::Mask& mask) const { return m_size == mask.size(); }

  // Coverage at each pixel of `device` (device pixels), row by row, into `out`. The mask's corner lies at photo pixel `offset`. Outside the
  // mask: 0.
  void sample(const mask::Mask& mask, const ZoomPan& zoom, QPoint offset, const QRect& device, std::vector<std::uint8_t>& out) const;

 private:
  image::Size m_size;
  std::vector<mask::Mask> m_halves;  // 1/2, 1/4, … as far as anything is left to halve
};

}  // namespace retailor::ui
