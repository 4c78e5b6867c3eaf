#include <QtTest>

#include "core/mask/mask.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using mask::Mask;

class TestMask : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void emptyAndFullAreToldApart_data() {
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("oddOne");
    QTest::addColumn<bool>("empty");
    QTest::addColumn<bool>("full");
    QTest::newRow("nothing") << 0 << 0 << true << false;
    QTest::newRow("one faint pixel") << 0 << 1 << false << false;
    QTest::newRow("half") << 128 << 128 << false << false;
    QTest::newRow("one pixel short of full") << 255 << 254 << false << false;
    QTest::newRow("all") << 255 << 255 << false << true;
  }
  void emptyAndFullAreToldApart() {
    QFETCH(int, value);
    QFETCH(int, oddOne);
    for (const auto& [x, y] : {std::pair{0, 0}, {36, 22}, {17, 9}}) {
      Mask mask({37, 23}, static_cast<std::uint8_t>(value));
      mask.row(y)[x] = static_cast<std::uint8_t>(oddOne);
      QTEST(mask.isEmpty(), "empty");
      QTEST(mask.isFull(), "full");
    }
  }

  void aMaskWithoutPixelsIsEmptyAndNotFull() {
    QVERIFY(Mask().isEmpty());
    QVERIFY(!Mask().isFull());
    QVERIFY(Mask().support().empty());
    QCOMPARE(Mask().share(), 0.0);
  }

  void supportIsTheTightBox_data() {
    QTest::addColumn<QRect>("box");
    QTest::newRow("one pixel") << QRect(5, 7, 1, 1);
    QTest::newRow("first pixel") << QRect(0, 0, 1, 1);
    QTest::newRow("last pixel") << QRect(60, 40, 1, 1);
    QTest::newRow("row") << QRect(0, 20, 61, 1);
    QTest::newRow("column") << QRect(33, 0, 1, 41);
    QTest::newRow("all") << QRect(0, 0, 61, 41);
    QTest::newRow("middle") << QRect(9, 8, 23, 19);
  }
  void supportIsTheTightBox() {
    QFETCH(QRect, box);
    const image::Rect expected{box.x(), box.y(), box.width(), box.height()};
    // Only two opposite corners are covered, faintly: neither the first nor the last row sees both sides.
    Mask mask({61, 41});
    mask.row(expected.y)[expected.right() - 1] = 1;
    mask.row(expected.bottom() - 1)[expected.x] = 1;
    QVERIFY(mask.support() == expected);
  }

  void supportAgreesWithAPlainSearch() {
    for (unsigned seed = 0; seed < 20; ++seed) {
      const Mask mask = tests::randomBlobs({75, 63}, seed);
      image::Rect box;
      for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) box = mask.at(x, y) > 0 ? united(box, {x, y, 1, 1}) : box;
      }
      QVERIFY(mask.support() == box);
    }
  }

  void shareIsMeanCoverage() {
    Mask mask({10, 10});
    std::fill_n(mask.row(0), 50, std::uint8_t{255});
    QCOMPARE(mask.share(), 0.5);
    QCOMPARE(Mask({3, 3}, 51).share(), 0.2);
  }

  void croppingAndPastingBackRestoresTheMask() {
    const Mask whole = tests::noise({40, 30}, 3);
    const image::Rect rect{7, 11, 20, 13};
    const Mask part = whole.cropped(rect);
    QVERIFY(part.size() == rect.size());
    QCOMPARE(part.at(0, 0), whole.at(7, 11));
    QCOMPARE(part.at(19, 12), whole.at(26, 23));
    Mask again = whole;
    again.paste(Mask(rect.size()), rect.x, rect.y);
    QVERIFY(!(again == whole));
    again.paste(part, rect.x, rect.y);
    QVERIFY(again == whole);
  }

  void bitmapsCarryTheCoverage() {
    const Mask mask = tests::noise({19, 5}, 4);
    const image::Bitmap bitmap = mask.toBitmap();
    QCOMPARE(bitmap.channels(), 1);
    QCOMPARE(*bitmap.view<std::uint8_t>().pixel(18, 4), mask.at(18, 4));
    QVERIFY(Mask(bitmap) == mask);
  }
};

QTEST_GUILESS_MAIN(TestMask)
#include "test_mask.moc"
