#include <QtTest>
#include <limits>

#include "core/mask/stroke.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/support/sanitized.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

image::Rect differing(const Mask& a, const Mask& b) {
  image::Rect box;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) box = a.at(x, y) != b.at(x, y) ? united(box, {x, y, 1, 1}) : box;
  }
  return box;
}

const std::vector<std::pair<double, double>> kPath{{20, 20}, {60.5, 33}, {61, 80}, {10, 75}, {-30, 10}, {110, 50}};

}  // namespace

class TestStroke : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPressPaintsOneDab() {
    Mask mask({100, 100});
    Stroke stroke(mask, {10, 0.5, 1}, PaintMode::Add);
    stroke.moveTo(50.5, 40.5);
    for (int y = 0; y < 100; ++y) {
      for (int x = 0; x < 100; ++x) QCOMPARE(mask.at(x, y), dabCoverage({10, 0.5, 1}, std::hypot(x - 50, y - 40)));
    }
  }

  // The claim of moveTo, against a stroke of very many dabs.
  void aMovePaintsTheStrongestOfAllDabs() {
    const BrushTip tip{9, 0.4, 0.8};
    Mask mask({100, 100}), dabs({100, 100});
    Stroke stroke(mask, tip, PaintMode::Add), dense(dabs, tip, PaintMode::Add);
    stroke.moveTo(20, 30);
    stroke.moveTo(75, 52);
    for (int i = 0; i <= 5000; ++i) Stroke(dabs, tip, PaintMode::Add).moveTo(20 + 55 * i / 5000.0, 30 + 22 * i / 5000.0);
    int worst = 0;
    for (int y = 0; y < 100; ++y) {
      for (int x = 0; x < 100; ++x) worst = std::max(worst, std::abs(mask.at(x, y) - dabs.at(x, y)));
    }
    QVERIFY2(worst <= 1, qPrintable(QString::number(worst)));
  }

  void onlyTheReturnedPixelsChange_data() {
    QTest::addColumn<int>("mode");
    QTest::newRow("add") << int(PaintMode::Add);
    QTest::newRow("subtract") << int(PaintMode::Subtract);
  }
  void onlyTheReturnedPixelsChange() {
    QFETCH(int, mode);
    Mask mask = tests::randomBlobs({100, 90}, 5);
    const Mask start = mask;
    Stroke stroke(mask, {8, 0.5, 0.7}, PaintMode(mode));
    for (const auto& [x, y] : kPath) {
      const Mask before = mask;
      const image::Rect changed = stroke.moveTo(x, y);
      QVERIFY(changed == differing(before, mask));
    }
    QVERIFY(!(mask == start));
    QVERIFY(intersected(differing(start, mask), stroke.changed()) == differing(start, mask));
  }

  void coverageDoesNotBuildUpWithinAStroke() {
    Mask once({100, 100}), often({100, 100});
    const BrushTip tip{12, 0.2, 0.5};
    Stroke single(once, tip, PaintMode::Add), repeated(often, tip, PaintMode::Add);
    for (const auto& [x, y] : kPath) single.moveTo(x, y);
    for (int round = 0; round < 2; ++round) {
      for (auto place = kPath.begin(); place != kPath.end(); ++place) repeated.moveTo(place->first, place->second);
      for (auto place = kPath.rbegin(); place != kPath.rend(); ++place) repeated.moveTo(place->first, place->second);
    }
    QVERIFY(often == once);
    QCOMPARE(*std::max_element(once.row(0), once.row(0) + 100 * 100), std::uint8_t{128});
  }

  void subtractingLeavesAtMostWhatTheDabDoesNotCover() {
    Mask mask({60, 60}, 200);
    Stroke(mask, {10, 1, 0.6}, PaintMode::Subtract).moveTo(30.5, 30.5);
    QCOMPARE(int(mask.at(30, 30)), 255 - 153);
    QCOMPARE(int(mask.at(5, 5)), 200);
    Stroke(mask, {10, 1, 0.1}, PaintMode::Subtract).moveTo(30.5, 30.5);
    QCOMPARE(int(mask.at(30, 30)), 255 - 153);
  }

  void addingThenErasingWithAHardBrushLeavesNothing() {
    Mask mask({100, 100});
    for (const PaintMode mode : {PaintMode::Add, PaintMode::Subtract}) {
      Stroke stroke(mask, {7, 0.5, 1}, mode);
      for (const auto& [x, y] : kPath) stroke.moveTo(x, y);
      QCOMPARE(mask.at(40, 26), mode == PaintMode::Add ? 255 : 0);
    }
  }

  void pressureScalesTheRadius() {
    Mask mask({100, 100});
    Stroke stroke(mask, {20, 1, 1}, PaintMode::Add);
    stroke.moveTo(50, 50, 0.5);
    QVERIFY(mask.support() == (image::Rect{40, 40, 20, 20}));
    stroke.moveTo(50, 50, 1.0);
    QVERIFY(mask.support() == (image::Rect{30, 30, 40, 40}));
  }

  void growingPressureMakesAConeWithoutGaps() {
    Mask mask({200, 80});
    Stroke stroke(mask, {30, 1, 1}, PaintMode::Add);
    stroke.moveTo(20.5, 40, 0.1);
    stroke.moveTo(160.5, 40, 1.0);
    int last = 0;
    for (int x = 20; x <= 160; x += 5) {
      int covered = 0;
      for (int y = 0; y < 80; ++y) covered += mask.at(x, y) >= 128;
      QVERIFY(covered >= last);
      last = covered;
    }
    QCOMPARE(last, 60);
  }

  void farAndSenselessPlacesAreHarmless_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("far left") << -1e12 << 20.0;
    QTest::newRow("far down right") << 1e12 << 1e12;
    QTest::newRow("not a number") << std::nan("") << 1.0;
    QTest::newRow("infinite") << 1.0 << std::numeric_limits<double>::infinity();
  }
  void farAndSenselessPlacesAreHarmless() {
    QFETCH(double, x);
    QFETCH(double, y);
    Mask mask({50, 50});
    Stroke stroke(mask, {10, 0.8, 1}, PaintMode::Add);
    QVERIFY(stroke.moveTo(x, y).empty());
    QVERIFY(mask.isEmpty());
    const image::Rect changed = stroke.moveTo(25, 25);
    QVERIFY(mask.at(25, 25) == 255 && changed == mask.support() && changed == stroke.changed());
  }

  // Promise 2. Processor time of this process, so that a busy machine does not count.
  void aDabOnA24MegapixelMaskTakesUnder8Milliseconds_data() {
    QTest::addColumn<double>("hardness");
    QTest::newRow("hard") << 1.0;
    QTest::newRow("usual") << 0.8;
    QTest::newRow("softest") << 0.0;
  }
  void aDabOnA24MegapixelMaskTakesUnder8Milliseconds() {
    if (tests::kSanitized) QSKIP("times mean nothing under a sanitizer");
    QFETCH(double, hardness);
    Mask mask({6000, 4000});
    Stroke stroke(mask, {256, hardness, 1}, PaintMode::Add);
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
      times.push_back(tests::processorMilliseconds([&] { stroke.moveTo(300 + 25 * i, 2000 + 1500 * std::sin(i / 12.0)); }));
    }
    std::sort(times.begin(), times.end());
    QVERIFY2(times[198] < 8, qPrintable(QString::number(times[198])));
  }
};

QTEST_GUILESS_MAIN(TestStroke)
#include "test_stroke.moc"
