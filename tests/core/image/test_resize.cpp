#include <QtTest>

#include "core/image/colour.h"
#include "core/image/resize.h"
#include "core/image/srgb_curve.h"
#include "tests/core/image/drawn_pictures.h"

using namespace retailor::image;

namespace {

// Grey level = slope × the position of the pixel's centre, which every half-pixel-centred resize keeps.
Bitmap ramp(int width, double levelsAcross) {
  Bitmap bitmap({width, 4}, 1, SampleType::F32);
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < width; ++x) *bitmap.span<float>().pixel(x, y) = static_cast<float>(0.1 + levelsAcross * (x + 0.5) / width);
  }
  return bitmap;
}

Bitmap disc(int side, SampleType type) {
  Bitmap bitmap({side, side}, 4, SampleType::U8);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const bool inside = std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0) < side * 0.4;
      for (int c = 0; c < 4; ++c) bitmap.span<std::uint8_t>().pixel(x, y)[c] = inside ? 255 : 0;
    }
  }
  return withSampleType(bitmap, type);
}

Bitmap stripes(int width, int height) {
  Bitmap bitmap({width, height}, 3, SampleType::U8);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width * 3; ++x) bitmap.span<std::uint8_t>().row(y)[x] = x / 3 % 2 == 0 ? 255 : 0;
  }
  return bitmap;
}

}  // namespace

class TestResize : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void flatColourStaysExactly_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const auto& [width, height] :
         {std::pair(1, 1), std::pair(7, 5), std::pair(31, 17), std::pair(100, 9), std::pair(5, 200), std::pair(97, 61)}) {
      QTest::addRow("%d x %d", width, height) << width << height;
    }
  }
  void flatColourStaysExactly() {
    QFETCH(int, width);
    QFETCH(int, height);
    const Size size{width, height};
    QVERIFY(resized(filled<std::uint8_t>({31, 17}, {1, 128, 254}), size) == filled<std::uint8_t>(size, {1, 128, 254}));
    QVERIFY(resized(filled<std::uint8_t>({31, 17}, {9, 8, 7, 100}), size) == filled<std::uint8_t>(size, {9, 8, 7, 100}));
    QVERIFY(resized(filled<std::uint16_t>({31, 17}, {3, 30000, 65534}), size) == filled<std::uint16_t>(size, {3, 30000, 65534}));
    QVERIFY(resizedCoverage(filled<std::uint8_t>({31, 17}, {77}), size) == filled<std::uint8_t>(size, {77}));
  }

  void centresLieAtHalfPixels_data() {
    QTest::addColumn<int>("width");
    for (const int width : {97, 150, 200, 256}) QTest::addRow("64 to %d", width) << width;
  }
  void centresLieAtHalfPixels() {
    QFETCH(int, width);
    const Bitmap grown = resized(ramp(64, 0.8), {width, 8}), exact = ramp(width, 0.8);
    const int border = 3 * width / 64;  // where the kernel reaches over the edge, a ramp can't go on
    for (int x = border; x < width - border; ++x) {
      const double error = *grown.view<float>().pixel(x, 3) - *exact.view<float>().pixel(x, 3);
      QVERIFY2(std::abs(error) < 1e-4, qPrintable(QStringLiteral("%1: %2").arg(x).arg(error)));
    }
  }

  void shrinkingAveragesLight() {
    // Half black, half white: 127.5 as stored numbers, 187.5 as light.
    QVERIFY(resized(stripes(64, 8), {8, 4}) == filled<std::uint8_t>({8, 4}, {188, 188, 188}));
    QVERIFY(resizedCoverage(filled<std::uint8_t>({2, 1}, {128}), {1, 1}) == filled<std::uint8_t>({1, 1}, {128}));
  }

  void shrinkingWeighsPartlyCoveredPixels() {
    Bitmap three({3, 1}, 1, SampleType::U8);
    three.span<std::uint8_t>().data[1] = 255;
    const Bitmap two = resizedCoverage(three, {2, 1});  // each takes one and a half: a third of it is the white one
    QCOMPARE(static_cast<int>(two.view<std::uint8_t>().data[0]), 85);
    QCOMPARE(static_cast<int>(two.view<std::uint8_t>().data[1]), 85);
  }

  void whiteDiscHasNoDarkRim_data() {
    QTest::addColumn<int>("side");
    for (const int side : {13, 50, 99, 150, 400}) QTest::addRow("100 to %d", side) << side;
  }
  void whiteDiscHasNoDarkRim() {
    QFETCH(int, side);
    for (const SampleType type : {SampleType::U8, SampleType::U16, SampleType::F32}) {
      const Bitmap small = withSampleType(resized(disc(100, type), {side, side}), SampleType::U8);
      int soft = 0;
      for (std::size_t i = 0; i < small.byteCount(); i += 4) {
        const std::uint8_t* pixel = small.view<std::uint8_t>().data + i;
        soft += pixel[3] > 0 && pixel[3] < 255 ? 1 : 0;
        if (pixel[3] > 2) QVERIFY2(pixel[0] >= 254, qPrintable(QStringLiteral("%1 under alpha %2").arg(pixel[0]).arg(pixel[3])));
      }
      QVERIFY(soft > 10);
    }
  }

  void colourUnderFullTransparencySurvives() {
    QVERIFY(resized(filled<std::uint8_t>({40, 40}, {200, 100, 50, 0}), {10, 10}) == filled<std::uint8_t>({10, 10}, {200, 100, 50, 0}));
  }

  void growingAndShrinkingBackLosesLittle() {
    Bitmap smooth({60, 40}, 3, SampleType::U8);
    for (int y = 0; y < 40; ++y) {
      for (int x = 0; x < 60; ++x) {
        for (int c = 0; c < 3; ++c)
          smooth.span<std::uint8_t>().pixel(x, y)[c] = static_cast<std::uint8_t>(128 + 90 * std::sin(0.2 * x + 0.15 * y + c));
      }
    }
    const Rect inner{2, 2, 56, 36};  // at the edge the kernel has only one side to go by
    const Bitmap back = resized(resized(smooth, {150, 100}), smooth.size());
    QVERIFY2(largestDifference(back.cropped(inner), smooth.cropped(inner)) <= 2,
             qPrintable(QString::number(largestDifference(back.cropped(inner), smooth.cropped(inner)))));
  }

  void growingStaysWithinBlackAndWhite() {
    const Bitmap grown = resized(stripes(8, 8), {61, 61});
    QVERIFY(*std::max_element(grown.view<std::uint8_t>().data, grown.view<std::uint8_t>().data + grown.byteCount()) ==
            255);  // overshoot is clamped, not wrapped
  }

  void resultDoesNotDependOnTheNumberOfThreads() {
    const Bitmap large = scattered({1400, 1000}, 3, SampleType::U8);
    const Bitmap once = resized(large, {350, 250});
    // One destination row averages four source rows, whichever thread does it: a picture too small for a second thread agrees.
    const Rect rows{0, 400, 1400, 40};
    QVERIFY(resized(large.cropped(rows), {350, 10}) == once.cropped({0, 100, 350, 10}));
  }

  void sizeFitsIntoTheBoxAndKeepsItsShape_data() {
    QTest::addColumn<QSize>("source");
    QTest::addColumn<QSize>("box");
    QTest::addColumn<QSize>("wanted");
    QTest::newRow("wide") << QSize(4000, 3000) << QSize(512, 512) << QSize(512, 384);
    QTest::newRow("tall") << QSize(3000, 4000) << QSize(512, 512) << QSize(384, 512);
    QTest::newRow("never larger") << QSize(100, 50) << QSize(512, 512) << QSize(100, 50);
    QTest::newRow("never nothing") << QSize(10000, 3) << QSize(100, 100) << QSize(100, 1);
    QTest::newRow("rounded") << QSize(3, 2) << QSize(2, 2) << QSize(2, 1);
  }
  void sizeFitsIntoTheBoxAndKeepsItsShape() {
    QFETCH(QSize, source);
    QFETCH(QSize, box);
    QFETCH(QSize, wanted);
    const Size size = fittedInto({source.width(), source.height()}, {box.width(), box.height()});
    QCOMPARE(QSize(size.width, size.height), wanted);
  }

  void tablesFollowTheCurve() {
    const SrgbTables& tables = srgbTables();
    for (int i = 0; i < 65536; ++i) {
      const float linear = tables.linearOf16[static_cast<std::size_t>(i)];
      QVERIFY(std::lround(encodedByTable(tables, linear) * 65535.0F) == i);
    }
  }
};

QTEST_GUILESS_MAIN(TestResize)
#include "test_resize.moc"
