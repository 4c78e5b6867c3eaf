#include <QtTest>

#include "core/mask/shapes.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::mask;

namespace {

using Colour = std::array<std::uint8_t, 3>;

constexpr Colour kRed{200, 30, 30}, kBlue{30, 30, 200};

// Two red squares on blue, apart from each other.
image::Bitmap twoSquares(int channels) {
  image::Bitmap picture({60, 40}, channels, image::SampleType::U8);
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 60; ++x) {
      const bool red = y >= 10 && y < 30 && ((x >= 5 && x < 25) || (x >= 35 && x < 55));
      std::copy_n((red ? kRed : kBlue).data(), 3, picture.span<std::uint8_t>().pixel(x, y));
    }
  }
  return picture;
}

}  // namespace

class TestSimilarColours : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void contiguousKeepsTheClickedPieceOnly_data() {
    QTest::addColumn<int>("channels");
    QTest::newRow("RGB") << 3;
    QTest::newRow("RGB and alpha") << 4;
  }
  void contiguousKeepsTheClickedPieceOnly() {
    QFETCH(int, channels);
    const image::Bitmap picture = twoSquares(channels);
    QVERIFY(similarColours(picture, 40, 20, 10, true) == rectangleMask({60, 40}, {35, 10, 20, 20}));
    const Mask both = similarColours(picture, 40, 20, 10, false);
    QVERIFY(both.support() == (image::Rect{5, 10, 50, 20}));
    QCOMPARE(both.share(), 800.0 / 2400);
  }

  void toleranceIsDifferenceInLab_data() {
    QTest::addColumn<int>("grey");
    QTest::addColumn<double>("tolerance");
    QTest::addColumn<bool>("similar");
    // L* of grey 119 is 50.03, of 144 it is 59.9, of 122 it is 51.2 (CIE 1976).
    QTest::newRow("same, none") << 119 << 0.0 << true;
    QTest::newRow("next level, none") << 120 << 0.0 << false;
    QTest::newRow("10 apart, 9") << 144 << 9.0 << false;
    QTest::newRow("10 apart, 10.5") << 144 << 10.5 << true;
    QTest::newRow("1.2 apart, 1") << 122 << 1.0 << false;
    QTest::newRow("1.2 apart, 1.5") << 122 << 1.5 << true;
    QTest::newRow("black, all") << 0 << 100.0 << true;
  }
  void toleranceIsDifferenceInLab() {
    QFETCH(int, grey);
    QFETCH(double, tolerance);
    image::Bitmap picture({21, 3}, 3, image::SampleType::U8);
    std::fill_n(picture.span<std::uint8_t>().data, 3 * 63, std::uint8_t{119});
    std::fill_n(picture.span<std::uint8_t>().pixel(20, 2), 3, static_cast<std::uint8_t>(grey));
    QTEST(similarColours(picture, 0, 0, tolerance, false).at(20, 2) == 255, "similar");
  }

  void cornersDoNotConnect() {
    image::Bitmap picture({4, 4}, 3, image::SampleType::U8);
    std::fill_n(picture.span<std::uint8_t>().pixel(1, 1), 3, std::uint8_t{255});
    std::fill_n(picture.span<std::uint8_t>().pixel(2, 2), 3, std::uint8_t{255});
    QVERIFY(similarColours(picture, 1, 1, 5, true).support() == (image::Rect{1, 1, 1, 1}));
  }

  void clicksOutsideThePhotoFindNothing() {
    QVERIFY(similarColours(twoSquares(3), -1, 5, 50, false).isEmpty());
    QVERIFY(similarColours(twoSquares(3), 5, 40, 50, true).isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestSimilarColours)
#include "test_similar_colours.moc"
