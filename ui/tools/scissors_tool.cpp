#include "ui/tools/scissors_tool.h"

namespace retailor::ui {

ScissorsTool::ScissorsTool(std::shared_ptr<VisiblePicture> picture, OpenDocument& open, ToolSettings& settings, MaskWork& work,
                           QObject* parent)
    : MaskTool(open, settings, work, parent), m_picture(std::move(picture)) {
  constexpr int margin = 6;  // anchors stick out
  connect(&m_trace, &ScissorsTrace::changed, this, [this](const QRectF& where) { Q_EMIT marksChanged(where, margin); });
  connect(&m_trace, &ScissorsTrace::finished, this, &ScissorsTool::fill);
  connect(&m_trace, &ScissorsTrace::failed, &m_work, &MaskWork::failed);
}

void ScissorsTool::press(const Pointer& pointer) {
  if (!document()) return;
  if (m_trace.nearStart(pointer.at, pointer.reach)) return close();
  if (!m_trace.going()) m_mode = modeFor(pointer.modifiers);
  const mask::Mask& mask = document()->mask();
  m_trace.addAnchor([picture = m_picture, state = document()->state()] { return picture->of(state); }, {mask.width(), mask.height()},
                    pointer.at, pointer.reach);
}

// Its first press has set the last anchor.
bool ScissorsTool::doublePress(const Pointer&) {
  close();
  return true;
}

void ScissorsTool::close() {
  if (!m_work.busy()) m_trace.close();
}

void ScissorsTool::fill(const QPolygonF& outline) {
  m_work.start(tr("Smart scissors"), target(),
               [outline, mode = m_mode](const document::DocumentState&, const mask::Mask& old) -> Result<MaskPatch> {
                 return filledOutline(old, outline, mode);
               });
}

bool ScissorsTool::wantsKey(const QKeyEvent& event) const { return m_trace.going() && isScissorsKey(event); }

bool ScissorsTool::takeKey(QKeyEvent& event) {
  if (!wantsKey(event)) return false;
  if (event.key() == Qt::Key_Escape)
    m_trace.cancel();
  else if (event.key() == Qt::Key_Backspace)
    m_trace.removeLastAnchor();
  else
    close();
  return true;
}

void ScissorsTool::drawMarks(QPainter& painter, const ZoomPan& zoom) const { drawScissors(painter, m_trace, zoom.photoToView()); }

void drawScissors(QPainter& painter, const ScissorsTrace& trace, const QTransform& toView) {
  if (!trace.going()) return;
  drawMarkPath(painter, toView.map(trace.traced()), false);
  drawMarkPath(painter, toView.map(trace.live()), true);
  painter.save();
  painter.setPen(QPen(Qt::black, 1));
  painter.setBrush(Qt::white);
  for (const QPointF& corner : toView.map(trace.corners())) painter.drawRect(QRectF(corner - QPointF(3, 3), QSizeF(6, 6)));
  painter.restore();
}

bool isScissorsKey(const QKeyEvent& event) {
  const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event.key();
  return plain && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace || key == Qt::Key_Escape);
}

}  // namespace retailor::ui
