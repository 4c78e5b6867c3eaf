#pragma once

#include <QWidget>

#include "ui/canvas/canvas_view.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Below the canvas: one tile per candidate (thumbnail of the window, seed). Choosing one shows it in place on the canvas; Enter applies, Delete discards, arrows move.
class CandidateStrip : public QWidget {
  Q_OBJECT

 public:
  CandidateStrip(OpenDocument& open, CanvasView& canvas, QWidget* parent = nullptr);
  void select(document::Id candidate);
  void applySelected();
  void discardSelected();

 Q_SIGNALS:
  void selectionChanged(bool any);
};

}  // namespace retailor::ui
