#pragma once

#include <QPainterPath>

#include "ui/tools/mask_tool.h"

namespace retailor::ui {

// Drags a box; what becomes of it is the heir's affair.
class BoxTool : public MaskTool {
  Q_OBJECT

 public:
  using MaskTool::MaskTool;

  void press(const Pointer& pointer) override;
  void drag(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void cancel() override;
  void drawMarks(QPainter& painter, const ZoomPan& zoom) const override;

 protected:
  virtual QPainterPath outline(const QRectF& box) const;                    // of what the box stands for; view
  virtual void boxDrawn(const image::Rect& box, mask::PaintMode mode) = 0;  // whole pixels within the photo, not empty

 private:
  QRectF box() const { return QRectF(m_from, m_to).normalized(); }

  bool m_dragging = false;
  QPointF m_from, m_to;
  mask::PaintMode m_mode = mask::PaintMode::Add;
};

// The box itself joins or leaves the mask.
class RectangleTool : public BoxTool {
  Q_OBJECT

 public:
  using BoxTool::BoxTool;

 protected:
  void boxDrawn(const image::Rect& box, mask::PaintMode mode) override;
};

// The ellipse inside the box: good for faces.
class EllipseTool : public BoxTool {
  Q_OBJECT

 public:
  using BoxTool::BoxTool;

 protected:
  QPainterPath outline(const QRectF& box) const override;
  void boxDrawn(const image::Rect& box, mask::PaintMode mode) override;
};

}  // namespace retailor::ui
