#include "ui/tools/tool_strip.h"

namespace retailor::ui {

ToolStrip::ToolStrip(ToolBox& box, QWidget* parent) : QToolBar(tr("Tools"), parent) {
  setObjectName(QStringLiteral("toolStrip"));
  setAccessibleName(tr("Tools"));
  setOrientation(Qt::Vertical);
  setMovable(false);
  setIconSize({20, 20});
  addActions(box.toolActions());
  for (QAction* action : box.toolActions())
    if (QWidget* button = widgetForAction(action)) {
      button->setFocusPolicy(Qt::TabFocus);
      button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    }
}

}  // namespace retailor::ui
