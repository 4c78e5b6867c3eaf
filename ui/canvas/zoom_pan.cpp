#include "ui/canvas/zoom_pan.h"

#include <algorithm>
#include <cmath>

namespace retailor::ui {

namespace {

constexpr double margin = 16;  // logical pixels left free round a fitted photo

// Keeps at least a strip of the photo in sight; a photo smaller than the view may lie anywhere inside it.
double within(double origin, double length, double view) {
  const double strip = std::min({64.0, length, view});
  return std::clamp(origin, strip - length, view - strip);
}

}  // namespace

void ZoomPan::setViewport(QSizeF size, double pixelRatio) {
  const QPointF centre = toPhoto(QPointF(m_viewport.width() / 2, m_viewport.height() / 2));
  m_viewport = size;
  m_ratio = pixelRatio;
  if (m_fitted) return fit();
  place(QPointF(size.width() / 2, size.height() / 2) - centre * viewScale());
}

void ZoomPan::setPhoto(QSize size) {
  m_photo = size;
  fit();
}

void ZoomPan::fit() {
  m_fitted = true;
  if (m_photo.isEmpty()) return;
  const QSizeF room(std::max(1.0, m_viewport.width() - 2 * margin), std::max(1.0, m_viewport.height() - 2 * margin));
  const double fitting = std::min(room.width() / m_photo.width(), room.height() / m_photo.height());
  m_scale = std::clamp(fitting * m_ratio, std::min(smallest, fitting * m_ratio), largest);
  place(QPointF((m_viewport.width() - m_photo.width() * viewScale()) / 2, (m_viewport.height() - m_photo.height() * viewScale()) / 2));
}

void ZoomPan::setScale(double scale, QPointF at) {
  const QPointF held = toPhoto(at);
  m_fitted = false;
  m_scale = std::clamp(scale, std::min(smallest, m_scale), largest);
  place(at - held * viewScale());
}

void ZoomPan::panBy(QPointF delta) {
  m_fitted = false;
  place(m_origin + delta);
}

void ZoomPan::place(QPointF origin) {
  origin.setX(within(origin.x(), m_photo.width() * viewScale(), m_viewport.width()));
  origin.setY(within(origin.y(), m_photo.height() * viewScale(), m_viewport.height()));
  m_origin = QPointF(std::round(origin.x() * m_ratio), std::round(origin.y() * m_ratio)) / m_ratio;
}

}  // namespace retailor::ui
