#pragma once

#include <QPainter>
#include <span>
#include <vector>

#include "core/mask/scribbles/scribbled_regions.h"
#include "ui/canvas/zoom_pan.h"

namespace retailor::ui {

// Strokes on a reference that say what counts and what does not. A plain value.
class MaskScribbles {
 public:
  static constexpr std::uint8_t counting = 1, other = 2;  // labels

  void begin(bool counts, double radius, QPointF at);
  void goOn(QPointF at);
  void clear() { m_strokes.clear(); }
  bool empty() const { return m_strokes.empty(); }
  bool decides() const;  // there are strokes of both kinds
  const std::vector<mask::Scribble>& strokes() const { return m_strokes; }
  void draw(QPainter& painter, const ZoomPan& zoom) const;

 private:
  std::vector<mask::Scribble> m_strokes;
};

}  // namespace retailor::ui
