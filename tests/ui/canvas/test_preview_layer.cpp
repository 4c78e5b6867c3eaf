#include <QtTest>

#include "ui/canvas/mask_layer.h"
#include "ui/canvas/preview_layer.h"

using namespace retailor;
using ui::ZoomPan;

class TestPreviewLayer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void previewChangesMaskedPixelsOnly();
  void tintIsHalfTheColourInsideAndNothingOutside();
  void redrawingAPartLooksLikeRedrawingAll();
};

namespace {

const QRect view(0, 0, 200, 160);

ZoomPan actualPixels() {
  ZoomPan zoom;
  zoom.setViewport(view.size(), 1);
  zoom.setPhoto(view.size());
  zoom.setScale(1, {0, 0});
  return zoom;
}

// Soft on its left side.
mask::Mask softMask() {
  mask::Mask mask({view.width(), view.height()});
  for (int y = 40; y < 120; ++y)
    for (int x = 50; x < 150; ++x) mask.row(y)[x] = x < 70 ? static_cast<std::uint8_t>((x - 50) * 12) : 255;
  return mask;
}

QImage grey() {
  QImage picture(view.size(), QImage::Format_RGB32);
  picture.fill(QColor(100, 100, 100));
  return picture;
}

}  // namespace

void TestPreviewLayer::previewChangesMaskedPixelsOnly() {
  const mask::Mask mask = softMask();
  const ZoomPan zoom = actualPixels();
  QImage preview(60, 50, QImage::Format_RGB888);
  preview.fill(QColor(200, 10, 10));
  ui::PreviewLayer layer;
  layer.show(QRect(30, 20, 140, 120), preview, mask);
  QImage screen = grey();
  QPainter painter(&screen);
  layer.draw(painter, zoom, view);
  painter.end();
  const QPoint origin = zoom.deviceOrigin().toPoint();
  for (int y = 2; y < 150; ++y)
    for (int x = 2; x < 190; ++x) {
      const QPoint at = QPoint(x, y) + origin;
      if (!view.contains(at)) continue;
      if (mask.at(x, y) == 0) QCOMPARE(screen.pixelColor(at), QColor(100, 100, 100));
      if (mask.at(x, y) == 255) QVERIFY(screen.pixelColor(at).red() > 195);
    }
}

void TestPreviewLayer::tintIsHalfTheColourInsideAndNothingOutside() {
  const mask::Mask mask = softMask();
  ui::MaskLayer layer;
  layer.setColour(QColor(0, 200, 0));
  layer.rebuild(mask);
  QImage screen = grey();
  QPainter painter(&screen);
  const ZoomPan zoom = actualPixels();
  layer.draw(painter, zoom, mask, view, ui::MaskLayer::Look::Tinted);
  painter.end();
  const QPoint origin = zoom.deviceOrigin().toPoint();
  QCOMPARE(screen.pixelColor(QPoint(110, 80) + origin).red(), 50);
  QVERIFY(std::abs(screen.pixelColor(QPoint(110, 80) + origin).green() - 150) <= 1);
  QCOMPARE(screen.pixelColor(QPoint(20, 80) + origin), QColor(100, 100, 100));
  // The outline is light along the border of coverage 128.
  QVERIFY(screen.pixelColor(QPoint(149, 80) + origin).lightness() > 150);
}

void TestPreviewLayer::redrawingAPartLooksLikeRedrawingAll() {
  const mask::Mask mask = softMask();
  ui::MaskLayer layer;
  layer.rebuild(mask);
  ZoomPan zoom = actualPixels();
  zoom.setScale(0.73, {30, 40});
  QImage whole = grey(), pieces = grey();
  {
    QPainter painter(&whole);
    layer.draw(painter, zoom, mask, view, ui::MaskLayer::Look::Tinted);
  }
  QPainter painter(&pieces);
  for (int x = 0; x < 200; x += 23)
    for (int y = 0; y < 160; y += 17) {
      painter.setClipRect(x, y, 23, 17);
      layer.draw(painter, zoom, mask, QRect(x, y, 23, 17), ui::MaskLayer::Look::Tinted);
    }
  painter.end();
  QCOMPARE(pieces, whole);
}

QTEST_GUILESS_MAIN(TestPreviewLayer)
#include "test_preview_layer.moc"
