#pragma once

#include <QMenu>

#include "ui/canvas/canvas_view.h"
#include "ui/window/action_table.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Edit: undo and redo, named after what they would undo; preferences.
class EditMenu : public QMenu {
  Q_OBJECT

 public:
  EditMenu(OpenDocument& open, CanvasView& canvas, ActionTable& table, QWidget* window);

 Q_SIGNALS:
  void preferencesWanted();

 private:
  void follow();
  void refresh();

  OpenDocument& m_open;
  QAction* m_undo;
  QAction* m_redo;
};

}  // namespace retailor::ui
