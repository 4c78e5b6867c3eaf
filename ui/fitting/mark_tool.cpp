#include "ui/fitting/mark_tool.h"

namespace retailor::ui {

bool MarkTool::takeKey(QKeyEvent& event) {
  if (!wantsKey(event)) return false;
  Q_EMIT givenUp();
  return true;
}

}  // namespace retailor::ui
