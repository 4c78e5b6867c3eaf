#pragma once

#include <QImage>
#include <QPainter>
#include <vector>

#include "ui/canvas/zoom_pan.h"

namespace retailor::ui {

// A picture for the screen and its halves, quarters, …, so that a small zoom reads few pixels. Made on a worker, drawn on the main thread;
// copies share the pixels.
class PictureLevels {
 public:
  PictureLevels() = default;
  explicit PictureLevels(const QImage& picture);  // any format; kept as RGB32 or premultiplied ARGB32

  bool empty() const { return m_levels.empty(); }
  bool hasAlpha() const { return !empty() && m_levels.front().hasAlphaChannel(); }
  QSize size() const { return empty() ? QSize() : m_levels.front().size(); }

  // The smallest level that still has a pixel for every device pixel, when one of the full size covers `devicePerPixel` of them.
  const QImage& levelFor(double devicePerPixel) const;

  // Draws the part that shows inside `clip` (logical pixels), the whole picture covering `window` (photo pixels).
  void draw(QPainter& painter, const ZoomPan& zoom, const QRect& window, const QRect& clip) const;

 private:
  std::vector<QImage> m_levels;
};

}  // namespace retailor::ui
