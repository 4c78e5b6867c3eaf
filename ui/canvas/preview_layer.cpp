#include "ui/canvas/preview_layer.h"

#include "ui/canvas/device_rect.h"

namespace retailor::ui {

namespace {

void cutThrough(QImage& picture, const std::vector<std::uint8_t>& coverage) {
  const std::uint8_t* share = coverage.data();
  for (int y = 0; y < picture.height(); ++y) {
    auto* pixels = reinterpret_cast<quint32*>(picture.scanLine(y));
    for (int x = 0; x < picture.width(); ++x, ++share) {
      if (*share == 255) continue;
      const quint32 pixel = pixels[x], s = *share;
      pixels[x] = s == 0 ? 0
                         : qRgba(static_cast<int>(qRed(pixel) * s / 255), static_cast<int>(qGreen(pixel) * s / 255),
                                 static_cast<int>(qBlue(pixel) * s / 255), static_cast<int>(qAlpha(pixel) * s / 255));
    }
  }
}

}  // namespace

void PreviewLayer::show(const QRect& window, const QImage& picture, const mask::Mask& mask) {
  const image::Rect inside = image::intersected({window.x(), window.y(), window.width(), window.height()}, mask.bounds());
  if (picture.isNull() || inside.empty()) return clear();
  if (empty() || window != m_window) {
    m_mask = mask.cropped(inside);
    m_levels.rebuild(m_mask);
  }
  m_window = window;
  m_picture = PictureLevels(picture);
}

void PreviewLayer::clear() { *this = {}; }

void PreviewLayer::draw(QPainter& painter, const ZoomPan& zoom, const QRect& clip) const {
  if (empty()) return;
  const QRectF shown = zoom.toView(QRectF(m_window)).intersected(QRectF(clip));
  if (shown.isEmpty()) return;
  const QRect device = deviceRect(shown, zoom.pixelRatio());
  const QPointF corner = QPointF(device.topLeft()) / zoom.pixelRatio();
  QImage part(device.size(), QImage::Format_ARGB32_Premultiplied);
  part.setDevicePixelRatio(zoom.pixelRatio());
  part.fill(Qt::transparent);
  {
    QPainter onto(&part);
    onto.translate(-corner);
    m_picture.draw(onto, zoom, m_window, shown.toAlignedRect());
  }
  std::vector<std::uint8_t> coverage;
  const QPoint offset(std::max(0, m_window.x()), std::max(0, m_window.y()));
  m_levels.sample(m_mask, zoom, offset, device, coverage);
  cutThrough(part, coverage);
  painter.drawImage(corner, part);
}

}  // namespace retailor::ui
