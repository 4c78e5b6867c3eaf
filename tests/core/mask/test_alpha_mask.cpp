#include <QtTest>

#include "core/mask/alpha_mask.h"

using namespace retailor;

class TestAlphaMask : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCutOutBringsItsCoverage() {
    image::Bitmap picture({20, 10}, 4, image::SampleType::U8);
    for (int x = 0; x < 20; ++x)
      for (int y = 0; y < 10; ++y) picture.span<std::uint8_t>().pixel(x, y)[3] = static_cast<std::uint8_t>(10 * x);
    const auto alpha = mask::alphaMask(picture);
    QVERIFY(alpha);
    for (int x = 0; x < 20; ++x) QCOMPARE(int(alpha->at(x, 7)), 10 * x);
  }

  void whatHidesNothingIsNoMask_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("clear");
    QTest::newRow("no alpha") << 3 << 0;
    QTest::newRow("all opaque") << 4 << 0;
    QTest::newRow("a pixel of two hundred") << 4 << 1;
  }
  void whatHidesNothingIsNoMask() {
    QFETCH(int, channels);
    QFETCH(int, clear);
    image::Bitmap picture({20, 10}, channels, image::SampleType::U8);
    auto* samples = picture.span<std::uint8_t>().data;
    std::fill_n(samples, picture.byteCount(), std::uint8_t{255});
    if (clear) samples[3] = 0;
    QVERIFY(!mask::alphaMask(picture));
  }
};

QTEST_GUILESS_MAIN(TestAlphaMask)
#include "test_alpha_mask.moc"
