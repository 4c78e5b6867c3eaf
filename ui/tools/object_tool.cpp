#include "ui/tools/object_tool.h"

#include "core/mask/grab_cut.h"

namespace retailor::ui {

ObjectTool::ObjectTool(std::shared_ptr<VisiblePicture> picture, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent)
    : BoxTool(open, settings, work, parent), m_picture(std::move(picture)) {}

void ObjectTool::boxDrawn(const image::Rect& box, mask::PaintMode mode) {
  const auto make = [picture = m_picture, box, mode](const document::DocumentState& state, const mask::Mask& old) -> Result<MaskPatch> {
    const auto object = mask::grabCut(*picture->of(state), {box, {}, {}});
    if (!object) return object.failure();
    return combined(old, *object, old.bounds(), mode);
  };
  m_work.start(tr("Object box"), target(), make);
}

}  // namespace retailor::ui
