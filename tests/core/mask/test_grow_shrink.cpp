#include <QtTest>

#include "core/mask/grow_shrink.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/support/sanitized.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

constexpr image::Size kSize{48, 40};

// By definition: any (all) of the pixels whose centres lie within `radius` count; beyond the frame nothing speaks against.
Mask plainlyGrown(const Mask& mask, double radius) {
  const bool grow = radius > 0;
  return tests::drawn(mask.size(), [&](int x, int y) {
    bool inside = mask.at(x, y) >= 128;
    for (int py = 0; py < mask.height(); ++py) {
      for (int px = 0; px < mask.width(); ++px) {
        if (std::hypot(px - x, py - y) <= std::abs(radius) && (mask.at(px, py) >= 128) == grow) inside = grow;
      }
    }
    return inside;
  });
}

}  // namespace

class TestGrowShrink : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void growingAndShrinkingGoByExactDistance_data() {
    QTest::addColumn<double>("pixels");
    for (double pixels : {1.0, 1.5, 3.0, 5.0, 7.3, 40.0, -1.0, -1.5, -3.0, -5.0, -40.0}) QTest::addRow("%g", pixels) << pixels;
  }
  void growingAndShrinkingGoByExactDistance() {
    QFETCH(double, pixels);
    for (unsigned seed = 0; seed < 2; ++seed) {
      const Mask mask = tests::randomBlobs(kSize, seed);
      QVERIFY(grown(mask, pixels) == plainlyGrown(mask, pixels));
    }
  }

  void shrinkingDoesNotEatTheFrame() {
    for (double pixels : {-10.0, -1000.0}) QVERIFY(grown(Mask(kSize, 255), pixels) == Mask(kSize, 255));
    const Mask left = tests::drawn(kSize, [](int x, int) { return x < 30; });
    QVERIFY(grown(left, -10) == tests::drawn(kSize, [](int x, int) { return x < 20; }));
  }

  void nothingStaysNothing() {
    for (double pixels : {-5.0, 5.0}) {
      QVERIFY(grown(Mask(kSize), pixels).isEmpty());
      QVERIFY(grown(Mask(kSize, 127), pixels).isEmpty());
    }
  }

  void zeroLeavesSoftEdgesAlone() {
    const Mask mask = tests::randomBlobs(kSize, 8);
    QVERIFY(grown(mask, 0) == mask);
  }

  void islandsAndHolesGoBySize_data() {
    QTest::addColumn<int>("pixels");
    QTest::addColumn<bool>("keepsIsland");  // 4 × 3
    QTest::addColumn<bool>("keepsHole");    // 5 × 4
    QTest::newRow("none") << 0 << true << true;
    QTest::newRow("just not the island") << 12 << true << true;
    QTest::newRow("the island") << 13 << false << true;
    QTest::newRow("just not the hole") << 20 << false << true;
    QTest::newRow("both") << 21 << false << false;
  }
  void islandsAndHolesGoBySize() {
    QFETCH(int, pixels);
    Mask mask = tests::drawn(kSize, [](int x, int y) {
      const bool body = x >= 5 && x < 30 && y >= 5 && y < 35, hole = x >= 10 && x < 15 && y >= 20 && y < 24;
      return (body && !hole) || (x >= 40 && x < 44 && y >= 10 && y < 13);
    });
    mask.row(20)[10] = 90;  // a soft pixel belongs to its hole
    mask.row(10)[40] = 30;  // and to its island
    const Mask result = cleaned(mask, pixels);
    QTEST(result.at(41, 11) == 255, "keepsIsland");
    QTEST(result.at(40, 10) == 30, "keepsIsland");
    QTEST(result.at(12, 22) == 0, "keepsHole");
    QTEST(result.at(10, 20) == 90, "keepsHole");
    QCOMPARE(int(result.at(6, 6)), 255);
  }

  void gapsAtTheFrameAreNotHoles() {
    const Mask mask = tests::drawn(kSize, [](int x, int y) { return x > 1 || y > 1; });
    QVERIFY(cleaned(mask, 50) == mask);
  }

  void smallMasksOnLargePhotosAreQuick() {
    if (tests::kSanitized) QSKIP("times mean nothing under a sanitizer");
    Mask mask({6000, 4000});
    for (int y = 1000; y < 1200; ++y) std::fill_n(mask.row(y) + 5000, 200, std::uint8_t{255});
    Mask result;
    const double time = tests::processorMilliseconds([&] { result = grown(mask, 20); });
    QVERIFY(result.support() == (image::Rect{4980, 980, 240, 240}));
    QVERIFY2(time < 100, qPrintable(QString::number(time)));
  }
};

QTEST_GUILESS_MAIN(TestGrowShrink)
#include "test_grow_shrink.moc"
