#include "ui/tools/scribble_tool.h"

#include <QPainterPath>
#include <algorithm>
#include <set>

#include "ui/tools/scissors_tool.h"

namespace retailor::ui {

namespace {

QRectF diskAt(QPointF at, double radius) { return {at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)}; }

}  // namespace

ScribbleTool::ScribbleTool(ScribbleBoard& board, OpenDocument& open, ToolSettings& settings, MaskWork& work, QObject* parent)
    : MaskTool(open, settings, work, parent), m_board(board) {
  connect(&board, &ScribbleBoard::changed, this, [this](const QRectF& where) {
    constexpr int titles = 160;  // the widest pill beside a stroke
    const QSize photo = document() ? QSize(document()->mask().width(), document()->mask().height()) : QSize();
    Q_EMIT marksChanged(where.isEmpty() ? QRectF(QPointF(), QSizeF(photo)) : where, titles);
  });
}

void ScribbleTool::press(const Pointer& pointer) {
  const bool none = modeFor(pointer.modifiers) == mask::PaintMode::Subtract;
  m_board.begin(none ? ScribbleBoard::Part() : ScribbleBoard::Part(target()), radius(), pointer.at);
}

void ScribbleTool::drag(const Pointer& pointer) {
  showTipAt(pointer.at);
  m_board.goOn(pointer.at);
}

void ScribbleTool::hover(const Pointer& pointer) { showTipAt(pointer.at); }

void ScribbleTool::leave() { showTipAt({}); }

void ScribbleTool::showTipAt(std::optional<QPointF> at) {
  const auto before = std::exchange(m_tipAt, at);
  for (const auto& place : {before, at})
    if (place) Q_EMIT marksChanged(diskAt(*place, radius()), 3);
}

bool ScribbleTool::wantsKey(const QKeyEvent& event) const { return !m_board.strokes().empty() && isScissorsKey(event); }

bool ScribbleTool::takeKey(QKeyEvent& event) {
  if (!wantsKey(event)) return false;
  if (event.key() == Qt::Key_Escape)
    m_board.clear();
  else if (event.key() == Qt::Key_Backspace)
    m_board.removeLast();
  else
    m_board.apply();
  return true;
}

QString ScribbleTool::tipAt(const Pointer& pointer) const {
  if (!m_board.strokes().empty() || !document() ||
      !document()->mask().bounds().contains(static_cast<int>(pointer.at.x()), static_cast<int>(pointer.at.y())))
    return {};
  return tr("Draw a stroke on each part, and with Alt on what is none of them. Enter applies the proposal.");
}

void ScribbleTool::drawMarks(QPainter& painter, const ZoomPan& zoom) const {
  if (!m_board.proposal().isNull()) painter.drawImage(zoom.photoRect(), m_board.proposal());
  for (const mask::Scribble& stroke : m_board.strokes()) drawStroke(painter, zoom, stroke);
  drawTitles(painter, zoom);
  if (!m_tipAt) return;
  QPainterPath tip;
  tip.addEllipse(zoom.toView(diskAt(*m_tipAt, radius())));
  drawMarkPath(painter, tip, false);
}

void ScribbleTool::drawStroke(QPainter& painter, const ZoomPan& zoom, const mask::Scribble& stroke) const {
  QPainterPath path;
  for (const mask::Point& point : stroke.path) {
    const QPointF at = zoom.toView(QPointF(point.x, point.y));
    path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
  }
  if (path.elementCount() == 1) path.lineTo(path.currentPosition() + QPointF(0.1, 0));
  const double width = std::max(2.0, 2 * stroke.radius * zoom.viewScale());
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(QColor(0, 0, 0, 150), width + 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
  painter.setPen(QPen(ScribbleBoard::colourOf(stroke.label), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
  painter.restore();
}

// Beside the first stroke of each part, so that colour is never the only cue.
void ScribbleTool::drawTitles(QPainter& painter, const ZoomPan& zoom) const {
  std::set<std::uint8_t> told;
  for (const mask::Scribble& stroke : m_board.strokes()) {
    if (!told.insert(stroke.label).second) continue;
    const QString title = ScribbleBoard::titleOf(stroke.label);
    const QPointF at = zoom.toView(QPointF(stroke.path.front().x, stroke.path.front().y));
    const double offset = stroke.radius * zoom.viewScale() + 6;
    const QRectF pill(at + QPointF(offset, -10), QSizeF(painter.fontMetrics().horizontalAdvance(title) + 14, 20));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(18, 20, 22, 205));
    painter.drawRoundedRect(pill, 10, 10);
    painter.setPen(Qt::white);
    painter.drawText(pill, Qt::AlignCenter, title);
    painter.restore();
  }
}

QCursor ScribbleTool::cursor(const ZoomPan& zoom) const {
  return 2 * radius() * zoom.viewScale() < 8 ? QCursor(Qt::CrossCursor) : QCursor(Qt::BlankCursor);
}

}  // namespace retailor::ui
