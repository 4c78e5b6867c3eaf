#include "ui/canvas/picture_levels.h"

#include <algorithm>
#include <cmath>

namespace retailor::ui {

namespace {

// Mean of four premultiplied pixels, two channels at a time.
inline quint32 mean(quint32 a, quint32 b, quint32 c, quint32 d) {
  constexpr quint32 even = 0x00ff00ff;
  const quint32 low = (a & even) + (b & even) + (c & even) + (d & even) + 0x00020002;
  const quint32 high = ((a >> 8) & even) + ((b >> 8) & even) + ((c >> 8) & even) + ((d >> 8) & even) + 0x00020002;
  return ((low >> 2) & even) | (((high >> 2) & even) << 8);
}

QImage halved(const QImage& source) {
  QImage half((source.width() + 1) / 2, (source.height() + 1) / 2, source.format());
  for (int y = 0; y < half.height(); ++y) {
    const auto* upper = reinterpret_cast<const quint32*>(source.constScanLine(2 * y));
    const auto* lower = reinterpret_cast<const quint32*>(source.constScanLine(std::min(2 * y + 1, source.height() - 1)));
    auto* out = reinterpret_cast<quint32*>(half.scanLine(y));
    for (int x = 0; x < source.width() / 2; ++x) out[x] = mean(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
    if (source.width() % 2 == 1) {
      const int last = source.width() - 1;
      out[half.width() - 1] = mean(upper[last], upper[last], lower[last], lower[last]);
    }
  }
  return half;
}

// The part of `picture` (which covers `target`) that shows in `clip`, with two pixels to spare for smoothing.
QRect visiblePart(const QImage& picture, const QRectF& target, const QRect& clip) {
  const double sx = picture.width() / target.width(), sy = picture.height() / target.height();
  const QRectF shown = target.intersected(QRectF(clip)).translated(-target.topLeft());
  const QRectF source(shown.x() * sx, shown.y() * sy, shown.width() * sx, shown.height() * sy);
  return source.toAlignedRect().adjusted(-2, -2, 2, 2).intersected(picture.rect());
}

}  // namespace

PictureLevels::PictureLevels(const QImage& picture) {
  if (picture.isNull()) return;
  m_levels.push_back(picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32));
  while (std::max(m_levels.back().width(), m_levels.back().height()) > 128) m_levels.push_back(halved(m_levels.back()));
}

const QImage& PictureLevels::levelFor(double devicePerPixel) const {
  const int wanted = devicePerPixel < 1 ? static_cast<int>(std::floor(-std::log2(devicePerPixel) + 1e-6)) : 0;
  return m_levels[static_cast<std::size_t>(std::min(wanted, static_cast<int>(m_levels.size()) - 1))];
}

void PictureLevels::draw(QPainter& painter, const ZoomPan& zoom, const QRect& window, const QRect& clip) const {
  const QRectF target = zoom.toView(QRectF(window));
  if (empty() || !target.intersects(QRectF(clip))) return;
  const double devicePerPixel = target.width() * zoom.pixelRatio() / size().width();
  const QImage& level = levelFor(devicePerPixel);
  const QRect part = visiblePart(level, target, clip);
  const double sx = target.width() / level.width(), sy = target.height() / level.height();
  const QRectF onto(target.x() + part.x() * sx, target.y() + part.y() * sy, part.width() * sx, part.height() * sy);
  // Squares only for the photo's own pixels: a small preview drawn large stays smooth.
  const bool squares = zoom.showsPixels() && size() == window.size();
  painter.setRenderHint(QPainter::SmoothPixmapTransform, !squares && devicePerPixel != 1.0);
  painter.drawImage(onto, level, QRectF(part));
}

}  // namespace retailor::ui
