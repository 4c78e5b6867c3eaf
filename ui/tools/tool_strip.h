#pragma once

#include <QToolBar>

#include "ui/tools/tool_box.h"

namespace retailor::ui {

// The column of tool buttons at the left edge.
class ToolStrip : public QToolBar {
  Q_OBJECT

 public:
  explicit ToolStrip(ToolBox& box, QWidget* parent = nullptr);
};

}  // namespace retailor::ui
