#pragma once

#include "ui/tools/box_tool.h"
#include "ui/tools/visible_picture.h"

namespace retailor::ui {

// A box round an object: what GrabCut takes for the object joins or leaves the mask.
class ObjectTool : public BoxTool {
  Q_OBJECT

 public:
  ObjectTool(std::shared_ptr<VisiblePicture> picture, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent);

 protected:
  void boxDrawn(const image::Rect& box, mask::PaintMode mode) override;

 private:
  std::shared_ptr<VisiblePicture> m_picture;
};

}  // namespace retailor::ui
