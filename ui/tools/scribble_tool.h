#pragma once

#include "ui/tools/mask_tool.h"
#include "ui/tools/scribble_board.h"

namespace retailor::ui {

// Strokes that say which part of the photo is which; the board proposes all of it. The part is what the tools paint; Alt, or subtract mode,
// is for none of them. Enter applies, Backspace takes back the last stroke, Esc all.
class ScribbleTool : public MaskTool {
  Q_OBJECT

 public:
  ScribbleTool(ScribbleBoard& board, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent);

  void press(const Pointer& pointer) override;
  void drag(const Pointer& pointer) override;
  void release(const Pointer&) override { m_board.end(); }
  void hover(const Pointer& pointer) override;
  void leave() override;
  void cancel() override { m_board.clear(); }
  bool wantsKey(const QKeyEvent& event) const override;
  bool takeKey(QKeyEvent& event) override;
  QString tipAt(const Pointer& pointer) const override;
  void drawMarks(QPainter& painter, const ZoomPan& zoom) const override;
  QCursor cursor(const ZoomPan& zoom) const override;

 private:
  double radius() const { return m_settings.tip().radius; }
  void showTipAt(std::optional<QPointF> at);
  void drawStroke(QPainter& painter, const ZoomPan& zoom, const mask::Scribble& stroke) const;
  void drawTitles(QPainter& painter, const ZoomPan& zoom) const;

  ScribbleBoard& m_board;
  std::optional<QPointF> m_tipAt;
};

}  // namespace retailor::ui
