#pragma once

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <memory>

#include "core/document/document.h"
#include "core/image/photo.h"

namespace retailor::tests {

// A top with sleeves as an outline in a box of 100 × 110, the neck at the top.
inline QPainterPath topShape() {
  QPainterPath top(QPointF(36, 8));
  top.quadTo(50, 20, 64, 8);
  top.lineTo(82, 14);
  top.lineTo(98, 48);
  top.lineTo(84, 56);
  top.lineTo(76, 40);
  top.lineTo(76, 104);
  top.lineTo(24, 104);
  top.lineTo(24, 40);
  top.lineTo(16, 56);
  top.lineTo(2, 48);
  top.lineTo(18, 14);
  top.closeSubpath();
  return top;
}

inline QImage canvas(QSize size, QColor colour) {
  QImage image(size, QImage::Format_RGB888);
  image.fill(colour);
  return image;
}

// A person in a blue top and grey trousers before a plain wall: 300 × 420. The top fills 75..225 by 100..260.
inline QImage drawnPerson() {
  QImage image = canvas({300, 420}, QColor(196, 190, 180));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const QColor skin(214, 168, 140);
  painter.setBrush(skin);
  painter.drawRect(138, 80, 24, 40);
  painter.drawEllipse(QPointF(150, 60), 30, 38);
  painter.drawRect(80, 165, 22, 75);
  painter.drawRect(198, 165, 22, 75);
  painter.setBrush(QColor(74, 76, 82));
  painter.drawRect(112, 240, 76, 170);
  painter.translate(75, 95);
  painter.scale(1.5, 1.5);
  painter.fillPath(topShape(), QColor(46, 92, 170));
  return image;
}

// A striped red top lying on white: 260 × 280.
inline QImage drawnTop() {
  QImage image = canvas({260, 280}, QColor(250, 250, 248));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(20, 14);
  painter.scale(2.2, 2.2);
  painter.fillPath(topShape(), QColor(190, 40, 44));
  painter.setClipPath(topShape());
  for (int y = 30; y < 100; y += 16) painter.fillRect(0, y, 100, 5, QColor(240, 220, 120));
  return image;
}

inline image::Bitmap bitmapOf(const QImage& drawn) {
  const QImage rgb = drawn.convertToFormat(QImage::Format_RGB888);
  image::Bitmap bitmap({rgb.width(), rgb.height()}, 3, image::SampleType::U8);
  for (int y = 0; y < rgb.height(); ++y) std::copy_n(rgb.constScanLine(y), 3 * rgb.width(), bitmap.span<std::uint8_t>().pixel(0, y));
  return bitmap;
}

// The top that drawnPerson wears, to the pixel.
inline mask::Mask wornTop() {
  QImage image(300, 420, QImage::Format_Grayscale8);
  image.fill(0);
  QPainter painter(&image);
  painter.translate(75, 95);
  painter.scale(1.5, 1.5);
  painter.fillPath(topShape(), Qt::white);
  painter.end();
  mask::Mask mask({300, 420});
  for (int y = 0; y < 420; ++y) std::copy_n(image.constScanLine(y), 300, mask.row(y));
  return mask;
}

// The person with the top as an upper-clothes reference, id 1; its worn garment marked where `marked` says so.
inline std::unique_ptr<document::Document> dressing(bool marked) {
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = bitmapOf(drawnPerson());
  document::DocumentState state;
  state.mask = mask::Mask(photo->pixels.size());
  state.photo = std::move(photo);
  state.photoName = "person.png";
  document::Reference top;
  top.id = state.lastId = 1;
  top.tagged.name = "top.png";
  top.tagged.region = completion::BodyRegion::UpperClothes;
  top.tagged.picture = std::make_shared<const image::Bitmap>(bitmapOf(drawnTop()));
  state.references.push_back(std::move(top));
  if (marked)
    document::mark(state.regions, document::PaintTarget::wornAt(completion::BodyRegion::UpperClothes),
                   std::make_shared<const mask::Mask>(wornTop()));
  return std::make_unique<document::Document>(std::move(state));
}

}  // namespace retailor::tests
