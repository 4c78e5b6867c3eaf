#include "ui/canvas/mask_layer.h"

#include <QImage>
#include <algorithm>
#include <cmath>

#include "ui/canvas/device_rect.h"

namespace retailor::ui {

namespace {

constexpr double tintStrength = 0.5;

quint32 premultiplied(const QColor& colour, double alpha) {
  return qRgba(static_cast<int>(colour.red() * alpha), static_cast<int>(colour.green() * alpha), static_cast<int>(colour.blue() * alpha),
               static_cast<int>(255 * alpha));
}

// `over` (grey `level`, 0..255, at `alpha` 0..1) on premultiplied `under`.
quint32 greyOver(quint32 under, int level, double alpha) {
  const double rest = 1 - alpha;
  const auto mix = [&](int channel) { return static_cast<int>(channel * rest + level * alpha + 0.5); };
  return qRgba(mix(qRed(under)), mix(qGreen(under)), mix(qBlue(under)), static_cast<int>(qAlpha(under) * rest + 255 * alpha + 0.5));
}

// A light line just inside the border and a dark one just outside, so that it shows on any photo. `inside` is the distance to the border in
// device pixels, negative outside; on a hard edge its two neighbours are at 1 and -1.
quint32 outlined(quint32 under, double inside) {
  const double light = std::clamp(1.25 - std::abs(inside - 0.75), 0.0, 1.0);
  const double dark = std::clamp(1.4 - std::abs(inside + 0.9), 0.0, 1.0) * 0.6;
  return greyOver(greyOver(under, 0, dark), 255, light);
}

}  // namespace

MaskLayer::MaskLayer() { setColour(Qt::magenta); }

void MaskLayer::setColour(const QColor& colour) {
  m_colour = colour;
  for (std::size_t i = 0; i < m_tint.size(); ++i) m_tint[i] = premultiplied(colour, tintStrength * static_cast<double>(i) / 255);
}

void MaskLayer::rebuild(const mask::Mask& mask) {
  m_levels.rebuild(mask);
  m_support = mask.support();
}

void MaskLayer::update(const mask::Mask& mask, const image::Rect& changed) {
  if (!m_levels.fits(mask)) return rebuild(mask);
  m_levels.update(mask, changed);
  m_support = image::united(m_support, changed);
}

// `coverage` points at the pixel above left of the row's first: one pixel more is known on every side.
void MaskLayer::shadeRow(const std::uint8_t* coverage, int stride, int width, bool tinted, quint32* out) const {
  for (int x = 0; x < width; ++x, ++coverage) {
    const std::uint8_t* middle = coverage + stride + 1;
    const int slopeX = middle[1] - middle[-1], slopeY = middle[stride] - middle[-stride];
    quint32 pixel = tinted ? m_tint[*middle] : 0;
    if ((slopeX | slopeY) != 0) {
      // The slopes span two pixels, so the distance to the border is twice the difference over the slope.
      const double slope = std::hypot(slopeX, slopeY), difference = *middle - 127.5;
      if (2 * std::abs(difference) < 2.4 * slope) pixel = outlined(pixel, 2 * difference / slope);
    }
    out[x] = pixel;
  }
}

void MaskLayer::draw(QPainter& painter, const ZoomPan& zoom, const mask::Mask& mask, const QRect& clip, Look look) const {
  if (look == Look::Hidden || m_support.empty() || !m_levels.fits(mask)) return;
  const QRectF support = zoom.toView(QRectF(m_support.x, m_support.y, m_support.width, m_support.height)).adjusted(-3, -3, 3, 3);
  const QRectF shown = support.intersected(QRectF(clip));
  if (shown.isEmpty()) return;
  const QRect device = deviceRect(shown, zoom.pixelRatio());
  const QRect around = device.adjusted(-1, -1, 1, 1);
  std::vector<std::uint8_t> coverage;
  m_levels.sample(mask, zoom, {}, around, coverage);
  QImage overlay(device.size(), QImage::Format_ARGB32_Premultiplied);
  for (int y = 0; y < device.height(); ++y)
    shadeRow(coverage.data() + static_cast<std::ptrdiff_t>(y) * around.width(), around.width(), device.width(), look == Look::Tinted,
             reinterpret_cast<quint32*>(overlay.scanLine(y)));
  overlay.setDevicePixelRatio(zoom.pixelRatio());
  painter.drawImage(QPointF(device.topLeft()) / zoom.pixelRatio(), overlay);
}

}  // namespace retailor::ui
