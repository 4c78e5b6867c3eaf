#pragma once

#include <QColor>
#include <QPainter>
#include <array>
#include <vector>

#include "ui/canvas/coverage_levels.h"

namespace retailor::ui {

// The mask over the photo: its colour at 50 % and an outline along coverage 128. Both are worked out per device pixel from the coverage and
// its slope, so that they look alike at any zoom and a small rectangle can be redrawn alone. Main thread.
class MaskLayer {
 public:
  enum class Look { Tinted, OutlineOnly, Hidden };

  MaskLayer();
  void setColour(const QColor& colour);
  QColor colour() const { return m_colour; }

  void rebuild(const mask::Mask& mask);
  void update(const mask::Mask& mask, const image::Rect& changed);
  void draw(QPainter& painter, const ZoomPan& zoom, const mask::Mask& mask, const QRect& clip, Look look) const;

 private:
  void shadeRow(const std::uint8_t* coverage, int stride, int width, bool tinted, quint32* out) const;

  QColor m_colour;
  std::array<quint32, 256> m_tint{};  // premultiplied, by coverage
  CoverageLevels m_levels;
  image::Rect m_support;  // holds all coverage; may be larger than need be
};

}  // namespace retailor::ui
