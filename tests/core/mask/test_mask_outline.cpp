#include <QtTest>

#include "core/mask/mask_outline.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/support/sanitized.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

Mask filledFrom(image::Size size, const std::vector<std::vector<Point>>& borders) {
  Mask result(size);
  for (const auto& border : borders) {  // even-odd of all borders together
    const Mask one = polygonMask(size, border);
    for (int y = 0; y < size.height; ++y) {
      for (int x = 0; x < size.width; ++x) result.row(y)[x] = result.at(x, y) ^ one.at(x, y);
    }
  }
  return result;
}

Mask hardened(const Mask& mask, const image::Rect& rect) {
  return tests::drawn(mask.size(), [&](int x, int y) { return rect.contains(x, y) && mask.at(x, y) >= 128; });
}

double signedArea(const std::vector<Point>& border) {
  double sum = 0;
  for (std::size_t i = 0; i < border.size(); ++i) {
    const Point &a = border[i], &b = border[(i + 1) % border.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

}  // namespace

class TestMaskOutline : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSquareHasFourCorners() {
    const auto borders = outlines(rectangleMask({30, 20}, {4, 5, 10, 7}), {0, 0, 30, 20});
    QCOMPARE(borders.size(), std::size_t(1));
    QCOMPARE(borders[0].size(), std::size_t(4));
    QCOMPARE(signedArea(borders[0]), 70.0);  // positive: clockwise on a screen
  }

  void holesRunTheOtherWayRound() {
    Mask ring = rectangleMask({30, 20}, {4, 5, 10, 7});
    ring.paste(Mask({3, 2}), 6, 7);
    const auto borders = outlines(ring, ring.bounds());
    QCOMPARE(borders.size(), std::size_t(2));
    QCOMPARE(signedArea(borders[0]), 70.0);
    QCOMPARE(signedArea(borders[1]), -6.0);
  }

  void fillingTheOutlinesGivesTheMaskBack_data() {
    QTest::addColumn<QRect>("part");
    QTest::addColumn<bool>("noisy");
    for (bool noisy : {false, true}) {
      QTest::addRow("whole, noisy %d", noisy) << QRect(0, 0, 75, 61) << noisy;
      QTest::addRow("inside, noisy %d", noisy) << QRect(11, 7, 40, 33) << noisy;
      QTest::addRow("over the frame, noisy %d", noisy) << QRect(-10, 30, 300, 300) << noisy;
      QTest::addRow("outside, noisy %d", noisy) << QRect(80, 70, 10, 10) << noisy;
    }
  }
  void fillingTheOutlinesGivesTheMaskBack() {
    QFETCH(QRect, part);
    QFETCH(bool, noisy);
    const image::Rect rect{part.x(), part.y(), part.width(), part.height()};
    for (unsigned seed = 0; seed < 5; ++seed) {
      const Mask mask = noisy ? tests::noise({75, 61}, seed) : tests::randomBlobs({75, 61}, seed);
      QVERIFY(filledFrom(mask.size(), outlines(mask, rect)) == hardened(mask, rect));
    }
  }

  void pixelsThatTouchAtACornerShareABorder() {
    QCOMPARE(outlines(tests::drawn({6, 6}, [](int x, int y) { return x == y; }), {0, 0, 6, 6}).size(), std::size_t(1));
  }

  void everyStepOfABorderRunsAlongPixelEdges() {
    for (const auto& border : outlines(tests::disc({80, 80}, 40, 40, 31), {0, 0, 80, 80})) {
      for (std::size_t i = 0; i < border.size(); ++i) {
        const Point &a = border[i], &b = border[(i + 1) % border.size()];
        QVERIFY((a.x == b.x) != (a.y == b.y));
        QVERIFY(a.x == std::floor(a.x) && a.y == std::floor(a.y));
      }
    }
  }

  void anEmptyMaskHasNoOutline() {
    QVERIFY(outlines(Mask({20, 20}, 127), {0, 0, 20, 20}).empty());
    QVERIFY(outlines(Mask(), {0, 0, 20, 20}).empty());
  }

  void aWholePhotoIsQuick() {
    if (tests::kSanitized) QSKIP("times mean nothing under a sanitizer");
    const Mask mask = tests::disc({6000, 4000}, 3000, 2000, 1900);
    const double time = tests::processorMilliseconds([&] { QCOMPARE(outlines(mask, mask.bounds()).size(), std::size_t(1)); });
    QVERIFY2(time < 60, qPrintable(QString::number(time)));
  }
};

QTEST_GUILESS_MAIN(TestMaskOutline)
#include "test_mask_outline.moc"
