#include "ui/references/mask_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

#include "core/mask/mask_combine.h"
#include "core/mask/shapes.h"
#include "ui/canvas/checkerboard.h"
#include "ui/tools/scissors_tool.h"

namespace retailor::ui {

MaskCanvas::MaskCanvas(const mask::Mask& counts, QWidget* parent) : QWidget(parent), m_shaded(mask::inverted(counts)) {
  setObjectName(QStringLiteral("maskCanvas"));
  setAccessibleName(tr("The reference; what is shaded does not count"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(320, 260);
  setCursor(Qt::CrossCursor);
  m_layer.setColour(QColor(10, 12, 14));
  m_layer.rebuild(m_shaded);
  m_zoom.setPhoto(QSize(m_shaded.width(), m_shaded.height()));
  connect(&m_trace, &ScissorsTrace::changed, this, [this] { update(); });
  connect(&m_trace, &ScissorsTrace::finished, this, &MaskCanvas::takeOutline);
  m_tip.radius = std::max(2.0, std::max(m_shaded.width(), m_shaded.height()) * 0.03);
}

void MaskCanvas::setPicture(const PictureLevels& picture) {
  m_picture = picture;
  update();
}

void MaskCanvas::setMode(Mode mode) {
  m_mode = mode;
  m_trace.cancel();
  m_scribbles.clear();
  update();
}

void MaskCanvas::setBrushRadius(double photoPixels) {
  m_tip.radius = photoPixels;
  update();
}

mask::Mask MaskCanvas::counts() const { return mask::inverted(m_shaded); }

bool MaskCanvas::nothingCounts() const { return m_shaded.isFull(); }

void MaskCanvas::replaceCounts(const mask::Mask& counts) { setShaded(mask::inverted(counts)); }

void MaskCanvas::invert() { setShaded(mask::inverted(m_shaded)); }

void MaskCanvas::setShaded(const mask::Mask& shaded) {
  if (shaded == m_shaded) return;
  m_steps.add(m_shaded, shaded, shaded.bounds());
  m_shaded = shaded;
  refresh(m_shaded.bounds());
  Q_EMIT maskChanged();
}

void MaskCanvas::undo() {
  if (!canUndo() || m_stroke) return;
  refresh(m_steps.undo(m_shaded));
  Q_EMIT maskChanged();
}

void MaskCanvas::redo() {
  if (!canRedo() || m_stroke) return;
  refresh(m_steps.redo(m_shaded));
  Q_EMIT maskChanged();
}

void MaskCanvas::refresh(const image::Rect& changed) {
  if (changed.empty()) return;
  m_layer.update(m_shaded, changed);
  const QRectF shown = m_zoom.toView(QRectF(changed.x, changed.y, changed.width, changed.height));
  update(shown.toAlignedRect().adjusted(-3, -3, 3, 3));
}

void MaskCanvas::beginStroke(QPointF at) {
  m_beforeStroke = m_shaded;
  m_stroke.emplace(m_shaded, m_tip, m_mode == Mode::Brush ? mask::PaintMode::Subtract : mask::PaintMode::Add);
  paintTo(at);
}

void MaskCanvas::paintTo(QPointF at) {
  const QPointF photo = m_zoom.toPhoto(at);
  refresh(m_stroke->moveTo(photo.x(), photo.y()));
}

void MaskCanvas::endStroke() {
  m_steps.add(m_beforeStroke, m_shaded, m_stroke->changed());
  m_stroke.reset();
  m_beforeStroke = {};
  Q_EMIT maskChanged();
}

QRect MaskCanvas::photoRect(const QRectF& view) const {
  const QRectF photo(m_zoom.toPhoto(view.topLeft()), m_zoom.toPhoto(view.bottomRight()));
  return photo.toAlignedRect().intersected(QRect(0, 0, m_shaded.width(), m_shaded.height()));
}

void MaskCanvas::endBox() {
  const QRect box = photoRect(QRectF(*m_boxFrom, m_pointer).normalized());
  m_boxFrom.reset();
  update();
  constexpr int leastSide = 4;  // smaller is a slip of the hand
  if (box.width() < leastSide || box.height() < leastSide) return;
  if (m_mode == Mode::Ellipse)
    join(mask::ellipseMask(m_shaded.size(), {box.x(), box.y(), box.width(), box.height()}), m_takesAway);
  else
    Q_EMIT boxDrawn(box);
}

void MaskCanvas::pickSpot(const QMouseEvent& event) {
  const QPointF at = m_zoom.toPhoto(event.position());
  const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
  if (m_shaded.bounds().contains(pixel.x(), pixel.y())) Q_EMIT spotPicked(pixel, event.modifiers().testFlag(Qt::AltModifier));
}

void MaskCanvas::endScribble() {
  m_scribbling = false;
  update();
  if (m_scribbles.decides()) Q_EMIT scribbled();
}

void MaskCanvas::addAnchor(const QMouseEvent& event) {
  const QPointF at = m_zoom.toPhoto(event.position());
  const double reach = 1 / m_zoom.viewScale();
  if (!m_traced) return;
  if (m_trace.nearStart(at, reach)) return m_trace.close();
  if (!m_trace.going()) m_takesAway = event.modifiers().testFlag(Qt::AltModifier);
  m_trace.addAnchor([picture = m_traced] { return picture; }, m_zoom.photo(), at, reach);
}

void MaskCanvas::takeOutline(const QPolygonF& outline) {
  std::vector<mask::Point> points;
  for (const QPointF& point : outline) points.push_back({point.x(), point.y()});
  join(mask::polygonMask(m_shaded.size(), points), m_takesAway);
}

void MaskCanvas::join(const mask::Mask& inside, bool takesAway) {
  if (takesAway)
    setShaded(mask::added(m_shaded, inside));
  else
    setShaded(m_shaded.isEmpty() ? mask::inverted(inside) : mask::subtracted(m_shaded, inside));
}

void MaskCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (m_mode == Mode::Scissors && m_trace.going()) return m_trace.close();
  mousePressEvent(event);
}

void MaskCanvas::mousePressEvent(QMouseEvent* event) {
  m_pointer = event->position();
  if (event->button() == Qt::MiddleButton || m_spaceHeld) {
    m_panFrom = m_pointer;
  } else if (event->button() == Qt::LeftButton) {
    beginGesture(*event);
  }
}

void MaskCanvas::beginGesture(const QMouseEvent& event) {
  const bool alt = event.modifiers().testFlag(Qt::AltModifier);
  switch (m_mode) {
    case Mode::Box:
    case Mode::Ellipse:
      m_boxFrom = m_pointer;
      m_takesAway = alt;
      return;
    case Mode::Scissors: return addAnchor(event);
    case Mode::Wand: return pickSpot(event);
    case Mode::Scribble: m_scribbling = true; return m_scribbles.begin(!alt, m_tip.radius / 2, m_zoom.toPhoto(m_pointer));
    default: return beginStroke(m_pointer);
  }
}

void MaskCanvas::mouseMoveEvent(QMouseEvent* event) {
  const QPointF before = std::exchange(m_pointer, event->position());
  if (m_panFrom) m_zoom.panBy(m_pointer - before);
  if (m_stroke) paintTo(m_pointer);
  if (m_scribbling) m_scribbles.goOn(m_zoom.toPhoto(m_pointer));
  m_trace.pointAt(m_zoom.toPhoto(m_pointer));
  update();
}

void MaskCanvas::mouseReleaseEvent(QMouseEvent* event) {
  m_pointer = event->position();
  m_panFrom.reset();
  if (m_stroke) endStroke();
  if (m_boxFrom) endBox();
  if (m_scribbling) endScribble();
}

void MaskCanvas::leaveEvent(QEvent*) {
  m_pointer = {-1e6, -1e6};
  update();
}

void MaskCanvas::wheelEvent(QWheelEvent* event) {
  m_zoom.zoomBy(std::pow(1.25, event->angleDelta().y() / 120.0), event->position());
  update();
  event->accept();
}

bool MaskCanvas::takeScissorsKey(const QKeyEvent& event) {
  if (!m_trace.going() || !isScissorsKey(event)) return false;
  if (event.key() == Qt::Key_Escape)
    m_trace.cancel();
  else if (event.key() == Qt::Key_Backspace)
    m_trace.removeLastAnchor();
  else
    m_trace.close();
  return true;
}

// Escape takes the strokes back before it closes the editor.
bool MaskCanvas::takeScribbleKey(const QKeyEvent& event) {
  if (m_scribbles.empty() || event.key() != Qt::Key_Escape) return false;
  m_scribbles.clear();
  update();
  return true;
}

void MaskCanvas::keyPressEvent(QKeyEvent* event) {
  if (takeScissorsKey(*event) || takeScribbleKey(*event)) return;
  if (event->key() != Qt::Key_Space) return QWidget::keyPressEvent(event);
  m_spaceHeld = true;
}

void MaskCanvas::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Space) return QWidget::keyReleaseEvent(event);
  if (!event->isAutoRepeat()) m_spaceHeld = false;
}

void MaskCanvas::resizeEvent(QResizeEvent*) { m_zoom.setViewport(size(), devicePixelRatioF()); }

void MaskCanvas::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.fillRect(event->rect(), QColor(0x1b, 0x1d, 0x1f));
  if (m_picture.empty()) {
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect(), Qt::AlignCenter, tr("Preparing the picture…"));
    return;
  }
  if (m_picture.hasAlpha()) drawCheckerboard(painter, m_zoom.photoRect(), event->rect());
  m_picture.draw(painter, m_zoom, QRect(QPoint(), m_zoom.photo()), event->rect());
  m_layer.draw(painter, m_zoom, m_shaded, event->rect(), MaskLayer::Look::Tinted);
  drawScissors(painter, m_trace, m_zoom.photoToView());
  m_scribbles.draw(painter, m_zoom);
  drawMarks(painter);
}

// Each mark twice, dark under light, so that it shows on any picture.
void MaskCanvas::drawMarks(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  const double radius = m_tip.radius * m_zoom.viewScale() / (m_mode == Mode::Scribble ? 2 : 1);
  for (const QPen& pen : {QPen(QColor(0, 0, 0, 160), 3), QPen(Qt::white, 1)}) {
    painter.setPen(pen);
    const QRectF box = m_boxFrom ? QRectF(*m_boxFrom, m_pointer).normalized() : QRectF();
    if (m_boxFrom)
      m_mode == Mode::Ellipse ? painter.drawEllipse(box) : painter.drawRect(box);
    else if (m_mode == Mode::Brush || m_mode == Mode::Eraser || m_mode == Mode::Scribble)
      painter.drawEllipse(m_pointer, radius, radius);
  }
}

}  // namespace retailor::ui
