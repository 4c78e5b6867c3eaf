#pragma once

#include <QMenu>

#include "ui/window/action_table.h"

namespace retailor::ui {

// Help: the key sheet, and what this program is.
class HelpMenu : public QMenu {
  Q_OBJECT

 public:
  HelpMenu(ActionTable& table, QWidget* window);
};

}  // namespace retailor::ui
