#pragma once

#include "ui/tools/tool.h"

namespace retailor::ui {

// A click on what the person wears. With Alt: on what is not it.
class MarkTool : public Tool {
  Q_OBJECT

 public:
  using Tool::Tool;

  void press(const Pointer& pointer) override { Q_EMIT clicked(pointer.at, pointer.modifiers & Qt::AltModifier); }
  void drag(const Pointer&) override {}
  void release(const Pointer&) override {}
  bool wantsKey(const QKeyEvent& event) const override { return event.key() == Qt::Key_Escape; }
  bool takeKey(QKeyEvent& event) override;
  QCursor cursor(const ZoomPan&) const override { return Qt::CrossCursor; }

 Q_SIGNALS:
  void clicked(QPointF photoPixel, bool outside);
  void givenUp();  // Esc
};

}  // namespace retailor::ui
