#include "ui/tools/scissors_trace.h"

#include <QLineF>
#include <algorithm>

#include "ui/controls/background.h"

namespace retailor::ui {

namespace {

constexpr double kCloseReach = 8;  // logical pixels

QPolygonF polygonOf(const std::vector<mask::Point>& path) {
  QPolygonF polygon;
  for (const mask::Point& point : path) polygon << QPointF(point.x, point.y);
  return polygon;
}

void append(QPainterPath& path, const QPolygonF& points) {
  for (const QPointF& point : points) path.lineTo(point);
}

}  // namespace

bool ScissorsTrace::nearStart(QPointF at, double reach) const {
  return m_anchors.size() > 2 && QLineF(m_anchors.front().at, at).length() <= kCloseReach * reach;
}

void ScissorsTrace::addAnchor(Picture picture, QSize size, QPointF at, double reach) {
  if (m_closing || size.isEmpty()) return;
  const QRectF before = bounds();
  m_picture = std::move(picture);
  m_size = size;
  const QPointF inside(std::clamp(at.x(), 0.0, size.width() - 0.01), std::clamp(at.y(), 0.0, size.height() - 0.01));
  if (!m_anchors.empty() && m_anchors.back().at == inside) return;
  m_anchors.push_back({inside, reach, ++m_lastNumber, m_anchors.empty() ? QPolygonF() : pathTo(inside)});
  m_scissors.reset();
  m_live.clear();
  findPaths(m_anchors.back());
  tell(before);
}

void ScissorsTrace::pointAt(QPointF at) {
  if (!going() || m_closing) return;
  const QRectF before = bounds();
  m_pointer = at;
  m_live = pathTo(at);
  tell(before);
}

void ScissorsTrace::removeLastAnchor() {
  if (!going() || m_closing) return;
  const QRectF before = bounds();
  m_anchors.pop_back();
  m_scissors.reset();
  m_live = going() && m_pointer ? pathTo(*m_pointer) : QPolygonF();
  if (going()) {
    m_anchors.back().number = ++m_lastNumber;
    findPaths(m_anchors.back());
  }
  tell(before);
}

void ScissorsTrace::close() {
  if (m_closing || m_anchors.size() < 2) return;
  m_closing = true;
  if (m_scissors) finish();
}

void ScissorsTrace::cancel() {
  const QRectF before = bounds();
  m_anchors.clear();
  m_scissors.reset();
  m_live.clear();
  m_pointer.reset();
  m_closing = false;
  tell(before);
}

void ScissorsTrace::findPaths(const Anchor& anchor) {
  const mask::Point at{anchor.at.x(), anchor.at.y()};
  inBackground<Result<Scissors>>(
      this,
      [picture = m_picture, at, reach = anchor.reach]() -> Result<Scissors> {
        auto made = mask::SmartScissors::around(*picture(), at, reach);
        if (!made) return made.failure();
        return std::make_shared<const mask::SmartScissors>(std::move(*made));
      },
      [this, number = anchor.number](Result<Scissors> made) { take(number, std::move(made)); });
}

void ScissorsTrace::take(quint64 number, Result<Scissors> made) {
  const auto anchor = std::ranges::find(m_anchors, number, &Anchor::number);
  if (anchor == m_anchors.end()) return;  // taken back meanwhile
  if (!made) {
    cancel();
    return Q_EMIT failed(QString::fromStdString(made.failure().sentence));
  }
  const QRectF before = bounds();
  if (const auto next = anchor + 1; next != m_anchors.end()) {
    next->path = polygonOf((*made)->pathTo({next->at.x(), next->at.y()}));
  } else {
    m_scissors = std::move(*made);
    if (m_closing) return finish();
    if (m_pointer) m_live = pathTo(*m_pointer);
  }
  tell(before);
}

QPolygonF ScissorsTrace::pathTo(QPointF to) const {
  if (m_scissors) return polygonOf(m_scissors->pathTo({to.x(), to.y()}));
  return {m_anchors.back().at, to};
}

void ScissorsTrace::finish() {
  QPolygonF outline = corners().mid(0, 1);
  for (const Anchor& anchor : m_anchors) outline += anchor.path;
  outline += pathTo(m_anchors.front().at);
  cancel();
  Q_EMIT finished(outline);
}

QPainterPath ScissorsTrace::traced() const {
  QPainterPath path;
  if (!going()) return path;
  path.moveTo(m_anchors.front().at);
  for (const Anchor& anchor : m_anchors) append(path, anchor.path);
  return path;
}

QPainterPath ScissorsTrace::live() const {
  QPainterPath path;
  if (m_live.isEmpty()) return path;
  path.moveTo(m_live.first());
  append(path, m_live);
  return path;
}

QPolygonF ScissorsTrace::corners() const {
  QPolygonF corners;
  for (const Anchor& anchor : m_anchors) corners << anchor.at;
  return corners;
}

QRectF ScissorsTrace::bounds() const {
  QPolygonF all = corners() + m_live;
  for (const Anchor& anchor : m_anchors) all += anchor.path;
  return all.boundingRect();
}

void ScissorsTrace::tell(const QRectF& before) {
  QRectF both = bounds();
  if (!before.isNull()) both = both.isNull() ? before : both.united(before);
  Q_EMIT changed(both);
}

}  // namespace retailor::ui
