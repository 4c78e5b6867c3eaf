#include <QtTest>

#include "core/mask/grow_shrink.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/support/sanitized.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

constexpr image::Size kSize{80, 60};

Mask half() {
  return tests::drawn(kSize, [](int x, int) { return x < 40; });
}

}  // namespace

class TestFeather : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void featheringRunsAsASmoothstepAcrossTheEdge() {
    const Mask soft = feathered(half(), 10);
    for (int x = 0; x < 80; ++x) {
      const double t = std::clamp(0.5 + (40 - (x + 0.5)) / 20, 0.0, 1.0);
      QVERIFY(std::abs(soft.at(x, 30) - 255 * t * t * (3 - 2 * t)) <= 0.51);
    }
  }

  void featheringReachesNoFurtherThanAsked() {
    for (unsigned seed = 0; seed < 10; ++seed) {
      const Mask mask = tests::randomBlobs(kSize, seed);
      const Mask soft = feathered(mask, 6), most = grown(mask, 6.5), least = grown(mask, -6.5);
      for (int y = 0; y < kSize.height; ++y) {
        for (int x = 0; x < kSize.width; ++x) {
          if (most.at(x, y) == 0) QCOMPARE(int(soft.at(x, y)), 0);
          if (least.at(x, y) == 255) QCOMPARE(int(soft.at(x, y)), 255);
          QCOMPARE(soft.at(x, y) >= 128, mask.at(x, y) >= 128);
        }
      }
    }
  }

  void featheringKeepsUnmaskedPixelsUntouched() {
    for (unsigned seed = 0; seed < 20; ++seed) {
      for (double pixels : {0.5, 1.0, 3.0, 20.0, 500.0}) {
        const Mask mask = seed % 2 ? tests::randomBlobs(kSize, seed) : tests::noise(kSize, seed);
        const Mask soft = featheredInward(mask, pixels);
        for (int y = 0; y < kSize.height; ++y) {
          for (int x = 0; x < kSize.width; ++x) QVERIFY(soft.at(x, y) <= mask.at(x, y));
        }
      }
    }
  }

  void inwardFeatherRisesFromTheEdge() {
    const Mask soft = featheredInward(half(), 8);
    for (int x = 0; x < 80; ++x) {
      const double t = std::clamp((40 - (x + 0.5)) / 8, 0.0, 1.0);
      QVERIFY(std::abs(soft.at(x, 5) - 255 * t * t * (3 - 2 * t)) <= 0.51);
    }
  }

  void theFrameIsNoEdge() {
    const Mask all(kSize, 255);
    QVERIFY(feathered(all, 12) == all);
    QVERIFY(featheredInward(all, 12) == all);
    QVERIFY(featheredInward(all, 1000) == all);
    QCOMPARE(int(feathered(half(), 5).at(0, 0)), 255);
  }

  void zeroAndSenselessWidthsLeaveTheMaskAsItIs_data() {
    QTest::addColumn<double>("pixels");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("negative") << -3.0;
    QTest::newRow("not a number") << std::nan("");
  }
  void zeroAndSenselessWidthsLeaveTheMaskAsItIs() {
    QFETCH(double, pixels);
    const Mask mask = tests::noise(kSize, 1);
    QVERIFY(feathered(mask, pixels) == mask);
    QVERIFY(featheredInward(mask, pixels) == mask);
  }

  void nothingStaysNothing() {
    QVERIFY(feathered(Mask(kSize), 5).isEmpty());
    QVERIFY(featheredInward(Mask(kSize), 5).isEmpty());
  }

  void smallMasksOnLargePhotosAreQuick() {
    if (tests::kSanitized) QSKIP("times mean nothing under a sanitizer");
    Mask mask({6000, 4000});
    for (int y = 1000; y < 1200; ++y) std::fill_n(mask.row(y) + 5000, 200, std::uint8_t{255});
    Mask soft;
    const double time = tests::processorMilliseconds([&] { soft = feathered(mask, 20); });
    QCOMPARE(int(soft.at(5100, 1100)), 255);
    QVERIFY2(time < 100, qPrintable(QString::number(time)));
  }
};

QTEST_GUILESS_MAIN(TestFeather)
#include "test_feather.moc"
