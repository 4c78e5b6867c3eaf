#include <QtTest>
#include <limits>
#include <numbers>

#include "core/mask/shapes.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/support/sanitized.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

using Outline = std::vector<Point>;

Outline box(double left, double top, double right, double bottom) { return {{left, top}, {right, top}, {right, bottom}, {left, bottom}}; }

double area(const Mask& mask) { return mask.share() * mask.width() * mask.height(); }

}  // namespace

class TestShapes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anEllipseFillsItsBoxSoftly() {
    const Mask mask = ellipseMask({60, 50}, {10, 5, 40, 30});
    QVERIFY(mask.support() == (image::Rect{10, 5, 40, 30}));
    const double area = mask.share() * 60 * 50, wanted = 3.14159265 * 20 * 15;
    QVERIFY2(std::abs(area - wanted) < 0.01 * wanted, qPrintable(QString::number(area / wanted)));
    QCOMPARE(int(mask.at(30, 20)), 255);
    QCOMPARE(int(mask.at(11, 6)), 0);
    QVERIFY(ellipseMask({10, 10}, {-30, -30, 100, 100}).isFull());  // it may leave the photo
    QVERIFY(ellipseMask({10, 10}, {20, 20, 5, 5}).isEmpty());
  }

  void outlinesAlongPixelEdgesAreExact() {
    QVERIFY(polygonMask({30, 20}, box(3, 4, 17, 11)) == rectangleMask({30, 20}, {3, 4, 14, 7}));
    Outline turned = box(3, 4, 17, 11);
    std::reverse(turned.begin(), turned.end());
    QVERIFY(polygonMask({30, 20}, turned) == rectangleMask({30, 20}, {3, 4, 14, 7}));
  }

  void partlyCoveredPixelsGetTheirShare() {
    const Mask mask = polygonMask({30, 20}, box(3.25, 4.5, 17.75, 11.5));
    QCOMPARE(int(mask.at(3, 8)), 191);
    QCOMPARE(int(mask.at(17, 8)), 191);
    QCOMPARE(int(mask.at(10, 4)), 128);
    QCOMPARE(int(mask.at(10, 11)), 128);
    QCOMPARE(int(mask.at(3, 4)), 96);
    QCOMPARE(int(mask.at(10, 8)), 255);
    QCOMPARE(int(mask.at(2, 8)), 0);
    QCOMPARE(int(mask.at(18, 8)), 0);
  }

  void areaIsKept() {
    Outline round;
    for (int i = 0; i < 400; ++i) {
      const double angle = 2 * std::numbers::pi * i / 400;
      round.push_back({50.3 + 33.7 * std::cos(angle), 49.1 + 33.7 * std::sin(angle)});
    }
    QVERIFY(std::abs(area(polygonMask({100, 100}, round)) - std::numbers::pi * 33.7 * 33.7) < 1.5);
    QVERIFY(std::abs(area(polygonMask({100, 100}, Outline{{10, 10}, {90.5, 33}, {20, 71.25}})) - 2350.3125) < 1);
  }

  void whatIsWoundTwiceIsOutside() {
    Outline star;
    for (int i = 0; i < 5; ++i)
      star.push_back({50 + 45 * std::sin(i * 0.8 * std::numbers::pi), 50 - 45 * std::cos(i * 0.8 * std::numbers::pi)});
    const Mask mask = polygonMask({100, 100}, star);
    QCOMPARE(int(mask.at(50, 50)), 0);
    QCOMPARE(int(mask.at(50, 20)), 255);
  }

  void outlinesMayLeaveThePhoto() {
    QVERIFY(polygonMask({30, 20}, box(-500, -1e9, 12, 1e9)) == rectangleMask({30, 20}, {0, 0, 12, 20}));
    QVERIFY(polygonMask({30, 20}, box(-50, -50, 50, 50)).isFull());
    QVERIFY(polygonMask({30, 20}, box(40, 2, 50, 8)).isEmpty());
  }

  void outlinesWithoutAreaCoverNothing_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("no points") << 0;
    QTest::newRow("one point") << 1;
    QTest::newRow("two points") << 2;
    QTest::newRow("not numbers") << 3;
  }
  void outlinesWithoutAreaCoverNothing() {
    QFETCH(int, kind);
    const double nan = std::nan(""), infinite = std::numeric_limits<double>::infinity();
    const Outline outlines[] = {{}, {{5, 5}}, {{5, 5}, {9, 9}}, {{nan, 3}, {infinite, 5}, {4, nan}}};
    QVERIFY(polygonMask({20, 20}, outlines[kind]).isEmpty());
  }

  void rectanglesAreCutAtTheFrame() {
    QVERIFY(rectangleMask({20, 10}, {-5, -5, 100, 100}).isFull());
    QVERIFY(rectangleMask({20, 10}, {18, 8, 10, 10}).support() == (image::Rect{18, 8, 2, 2}));
    QVERIFY(rectangleMask({20, 10}, {30, 0, 5, 5}).isEmpty());
    QVERIFY(rectangleMask({20, 10}, {}).isEmpty());
  }

  void aLongLassoOnA24MegapixelPhotoIsQuick() {
    if (tests::kSanitized) QSKIP("times mean nothing under a sanitizer");
    Outline lasso;
    for (int i = 0; i < 5000; ++i) {
      const double angle = 2 * std::numbers::pi * i / 5000, radius = 1700 + 150 * std::sin(angle * 40);
      lasso.push_back({3000 + radius * std::cos(angle), 2000 + radius * std::sin(angle)});
    }
    const double time = tests::processorMilliseconds([&] { QVERIFY(!polygonMask({6000, 4000}, lasso).isEmpty()); });
    QVERIFY2(time < 300, qPrintable(QString::number(time)));
  }
};

QTEST_GUILESS_MAIN(TestShapes)
#include "test_shapes.moc"
