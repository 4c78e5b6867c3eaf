#include <QtTest>

#include "ui/canvas/zoom_pan.h"

using retailor::ui::ZoomPan;

class TestZoomPan : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void fittedPhotoLiesWholeInTheView();
  void zoomingKeepsThePointUnderTheCursor_data();
  void zoomingKeepsThePointUnderTheCursor();
  void scaleStaysWithinItsLimits();
  void hundredPercentIsOneDevicePixelOnAnyScreen();
  void resizingKeepsTheFit();
  void panningNeverLosesThePhoto();
};

namespace {

ZoomPan viewOf(QSize photo, QSizeF size, double ratio = 1) {
  ZoomPan zoom;
  zoom.setViewport(size, ratio);
  zoom.setPhoto(photo);
  return zoom;
}

}  // namespace

void TestZoomPan::fittedPhotoLiesWholeInTheView() {
  for (const QSize photo : {QSize(6000, 4000), QSize(300, 3000), QSize(40, 30)}) {
    const ZoomPan zoom = viewOf(photo, QSizeF(900, 700));
    QVERIFY(QRectF(0, 0, 900, 700).contains(zoom.photoRect()));
  }
}

void TestZoomPan::zoomingKeepsThePointUnderTheCursor_data() {
  QTest::addColumn<double>("factor");
  QTest::addColumn<QPointF>("at");
  QTest::newRow("in") << 1.25 << QPointF(400, 300);
  QTest::newRow("far in, off centre") << 20.0 << QPointF(450, 330);
  QTest::newRow("out") << 0.8 << QPointF(400, 320);
}

void TestZoomPan::zoomingKeepsThePointUnderTheCursor() {
  QFETCH(double, factor);
  QFETCH(QPointF, at);
  ZoomPan zoom = viewOf({6000, 4000}, {900, 700});
  const QPointF before = zoom.toPhoto(at);
  zoom.zoomBy(factor, at);
  const QPointF after = zoom.toPhoto(at);
  // The corner is rounded to a device pixel.
  QVERIFY(QLineF(before, after).length() <= 1.0 / zoom.scale());
}

void TestZoomPan::scaleStaysWithinItsLimits() {
  ZoomPan zoom = viewOf({600, 400}, {900, 700});
  zoom.zoomBy(1e6, {10, 10});
  QCOMPARE(zoom.scale(), 64.0);
  zoom.zoomBy(1e-9, {10, 10});
  QCOMPARE(zoom.scale(), 0.05);
}

void TestZoomPan::hundredPercentIsOneDevicePixelOnAnyScreen() {
  ZoomPan zoom = viewOf({6000, 4000}, {900, 700}, 2.0);
  zoom.setScale(1.0, {450, 350});
  QCOMPARE(zoom.viewScale(), 0.5);
  const QPointF origin = zoom.deviceOrigin();
  QCOMPARE(origin.x(), std::round(origin.x()));
}

void TestZoomPan::resizingKeepsTheFit() {
  ZoomPan zoom = viewOf({6000, 4000}, {900, 700});
  zoom.setViewport({400, 300}, 1);
  QVERIFY(QRectF(0, 0, 400, 300).contains(zoom.photoRect()));
}

void TestZoomPan::panningNeverLosesThePhoto() {
  ZoomPan zoom = viewOf({600, 400}, {900, 700});
  zoom.panBy({1e5, -1e5});
  QVERIFY(zoom.photoRect().intersects(QRectF(0, 0, 900, 700)));
}

QTEST_GUILESS_MAIN(TestZoomPan)
#include "test_zoom_pan.moc"
