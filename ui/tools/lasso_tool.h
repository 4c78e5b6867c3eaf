#pragma once

#include <QPolygonF>

#include "ui/tools/mask_tool.h"

namespace retailor::ui {

// Draws round what to add to, or take from, the mask.
class LassoTool : public MaskTool {
  Q_OBJECT

 public:
  using MaskTool::MaskTool;

  void press(const Pointer& pointer) override;
  void drag(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void cancel() override;
  void drawMarks(QPainter& painter, const ZoomPan& zoom) const override;

 private:
  QPolygonF m_outline;  // photo pixels
  mask::PaintMode m_mode = mask::PaintMode::Add;
};

}  // namespace retailor::ui
