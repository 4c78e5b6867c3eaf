#pragma once

#include <QPolygonF>

#include "ui/tools/mask_work.h"
#include "ui/tools/tool.h"
#include "ui/tools/tool_settings.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// A tool that changes the photo's mask, or the marked region that the settings name instead. Shift adds and Alt subtracts for one gesture,
// whatever mode is set.
class MaskTool : public Tool {
  Q_OBJECT

 public:
  MaskTool(OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent);

 protected:
  mask::PaintMode modeFor(Qt::KeyboardModifiers modifiers) const;
  document::Document* document() const { return m_open.document(); }
  const document::PaintTarget& target() const { return m_settings.target(); }

  ToolSettings& m_settings;
  MaskWork& m_work;

 private:
  OpenDocument& m_open;
};

// The part of a new mask that `shape`, whose corner lies at (where.x, where.y), makes of the old one.
MaskPatch combined(const mask::Mask& mask, const mask::Mask& shape, const image::Rect& where, mask::PaintMode mode);

// The same for the inside of a closed outline (photo pixels, even-odd), which may leave the photo.
MaskPatch filledOutline(const mask::Mask& mask, const QPolygonF& outline, mask::PaintMode mode);

// Two-tone line that shows on any picture.
void drawMarkPath(QPainter& painter, const QPainterPath& path, bool dashed);

}  // namespace retailor::ui
