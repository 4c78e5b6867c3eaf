#pragma once

#include "ui/tools/tool.h"

namespace retailor::ui {

// Moves the picture in the view, which the canvas itself does.
class HandTool : public Tool {
  Q_OBJECT

 public:
  using Tool::Tool;

  void press(const Pointer&) override {}
  void drag(const Pointer&) override {}
  void release(const Pointer&) override {}
  bool pansView() const override { return true; }
};

}  // namespace retailor::ui
