#pragma once

#include <QImage>
#include <QPainter>

#include "ui/canvas/coverage_levels.h"
#include "ui/canvas/picture_levels.h"

namespace retailor::ui {

// The newest preview of a run, in place and opaque: drawn through the mask as it was when the run began, so that only masked pixels change.
class PreviewLayer {
 public:
  bool empty() const { return m_picture.empty(); }
  QRect window() const { return m_window; }

  // `mask` is the photo's; its part inside the window is kept from the first picture on.
  void show(const QRect& window, const QImage& picture, const mask::Mask& mask);
  void clear();
  void draw(QPainter& painter, const ZoomPan& zoom, const QRect& clip) const;

 private:
  QRect m_window;
  PictureLevels m_picture;
  mask::Mask m_mask;
  CoverageLevels m_levels;
};

}  // namespace retailor::ui
