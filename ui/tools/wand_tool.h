#pragma once

#include "ui/tools/mask_tool.h"
#include "ui/tools/visible_picture.h"

namespace retailor::ui {

// A click takes the pixels whose colour is like the one clicked.
class WandTool : public MaskTool {
  Q_OBJECT

 public:
  WandTool(std::shared_ptr<VisiblePicture> picture, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent);

  void press(const Pointer& pointer) override;
  void drag(const Pointer&) override {}
  void release(const Pointer&) override {}

 private:
  std::shared_ptr<VisiblePicture> m_picture;
};

}  // namespace retailor::ui
