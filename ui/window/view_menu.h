#pragma once

#include <QMenu>

#include "ui/canvas/canvas_view.h"
#include "ui/window/action_table.h"

namespace retailor::ui {

// View: zoom, mask overlay, split compare, what the method sees.
class ViewMenu : public QMenu {
  Q_OBJECT

 public:
  ViewMenu(CanvasView& canvas, ActionTable& table, QWidget* window);
};

}  // namespace retailor::ui
