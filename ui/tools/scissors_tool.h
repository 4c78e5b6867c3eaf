#pragma once

#include "ui/tools/mask_tool.h"
#include "ui/tools/scissors_trace.h"
#include "ui/tools/visible_picture.h"

namespace retailor::ui {

// Clicks along the edge of an object; the outline between them finds the edge itself. Double-click, Enter or a click on the first anchor
// closes it, Backspace takes back the last anchor, Esc all. The first click says whether it adds or subtracts.
class ScissorsTool : public MaskTool {
  Q_OBJECT

 public:
  ScissorsTool(std::shared_ptr<VisiblePicture> picture, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent);

  const ScissorsTrace& trace() const { return m_trace; }

  void press(const Pointer& pointer) override;
  void drag(const Pointer& pointer) override { m_trace.pointAt(pointer.at); }
  void release(const Pointer&) override {}
  void hover(const Pointer& pointer) override { m_trace.pointAt(pointer.at); }
  bool doublePress(const Pointer& pointer) override;
  bool wantsKey(const QKeyEvent& event) const override;
  bool takeKey(QKeyEvent& event) override;
  void cancel() override { m_trace.cancel(); }
  void drawMarks(QPainter& painter, const ZoomPan& zoom) const override;

 private:
  void close();
  void fill(const QPolygonF& outline);

  std::shared_ptr<VisiblePicture> m_picture;
  ScissorsTrace m_trace;
  mask::PaintMode m_mode = mask::PaintMode::Add;
};

// The traced outline solid, the live one dashed, anchors as small squares; `toView` brings picture pixels to the painter's.
void drawScissors(QPainter& painter, const ScissorsTrace& trace, const QTransform& toView);

// Enter, Backspace and Esc, without modifiers: what a trace in progress understands.
bool isScissorsKey(const QKeyEvent& event);

}  // namespace retailor::ui
