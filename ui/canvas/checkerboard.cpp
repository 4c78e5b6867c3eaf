#include "ui/canvas/checkerboard.h"

namespace retailor::ui {

namespace {

constexpr int square = 8;

QImage tile() {
  QImage picture(2 * square, 2 * square, QImage::Format_RGB32);
  picture.fill(QColor(0x9a, 0x9a, 0x9a));
  QPainter painter(&picture);
  painter.fillRect(0, 0, square, square, QColor(0x6e, 0x6e, 0x6e));
  painter.fillRect(square, square, square, square, QColor(0x6e, 0x6e, 0x6e));
  return picture;
}

}  // namespace

void drawCheckerboard(QPainter& painter, const QRectF& area, const QRect& clip) {
  static const QBrush brush(tile());
  painter.setBrushOrigin(area.topLeft());
  painter.fillRect(area.intersected(QRectF(clip)), brush);
}

}  // namespace retailor::ui
