#pragma once

#include <optional>

#include "core/mask/stroke.h"
#include "ui/tools/mask_tool.h"

namespace retailor::ui {

// Brush and eraser: paints the mask live, shows the tip as a circle. Alt paints the other way for one stroke (the eraser always erases).
class BrushTool : public MaskTool {
  Q_OBJECT

 public:
  enum class Purpose { Paint, Erase };

  BrushTool(Purpose purpose, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent);

  void press(const Pointer& pointer) override;
  void drag(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void hover(const Pointer& pointer) override;
  void leave() override;
  void cancel() override;
  void drawMarks(QPainter& painter, const ZoomPan& zoom) const override;
  QCursor cursor(const ZoomPan& zoom) const override;

 private:
  void goTo(const Pointer& pointer);
  void showTipAt(std::optional<QPointF> at);
  QString label() const;

  Purpose m_purpose;
  std::optional<QPointF> m_tipAt;
  double m_tipRadius = 0;  // as last shown, to wipe it
  std::optional<mask::Stroke> m_stroke;
  mask::Mask m_before;
  document::PaintTarget m_painted;  // what this stroke paints
};

}  // namespace retailor::ui
