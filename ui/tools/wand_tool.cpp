#include "ui/tools/wand_tool.h"

#include <cmath>

#include "core/mask/shapes.h"

namespace retailor::ui {

WandTool::WandTool(std::shared_ptr<VisiblePicture> picture, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent)
    : MaskTool(open, settings, work, parent), m_picture(std::move(picture)) {}

void WandTool::press(const Pointer& pointer) {
  const int x = static_cast<int>(std::floor(pointer.at.x())), y = static_cast<int>(std::floor(pointer.at.y()));
  if (!document() || !document()->mask().bounds().contains(x, y)) return;
  const double tolerance = m_settings.tolerance();
  const bool contiguous = m_settings.contiguous();
  const auto make = [=, picture = m_picture, mode = modeFor(pointer.modifiers)](const document::DocumentState& state,
                                                                                const mask::Mask& old) -> Result<MaskPatch> {
    const mask::Mask similar = mask::similarColours(*picture->of(state), x, y, tolerance, contiguous);
    return combined(old, similar, old.bounds(), mode);
  };
  m_work.start(tr("Wand"), target(), make);
}

}  // namespace retailor::ui
