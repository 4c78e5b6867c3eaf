#include <QtTest>

#include "core/image/opencv_bitmap.h"
#include "tests/core/image/drawn_pictures.h"

using namespace retailor::image;

class TestBitmap : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eightBitsSurviveSixteenAndFloat() {
    const Bitmap eight = scattered({50, 40}, 3, SampleType::U8);
    QVERIFY(withSampleType(withSampleType(eight, SampleType::U16), SampleType::U8) == eight);
    QVERIFY(withSampleType(withSampleType(eight, SampleType::F32), SampleType::U8) == eight);
    QCOMPARE(int{withSampleType(filled<std::uint8_t>({1, 1}, {3}), SampleType::U16).view<std::uint16_t>().data[0]}, 3 * 257);
  }

  void sixteenBitsSurviveFloat() {
    const Bitmap deep = scattered({50, 40}, 3, SampleType::U16);
    QVERIFY(withSampleType(withSampleType(deep, SampleType::F32), SampleType::U16) == deep);
  }

  void sixteenBitsAreRoundedToTheNearest() {
    for (int v = 0; v <= 65535; ++v) {
      const Bitmap one = withSampleType(filled<std::uint16_t>({1, 1}, {static_cast<std::uint16_t>(v)}), SampleType::U8);
      QCOMPARE(static_cast<long>(one.view<std::uint8_t>().data[0]), std::lround(v / 257.0));
    }
  }

  void floatsOutsideTheRangeAreClamped() {
    const Bitmap eight = withSampleType(filled<float>({1, 1}, {-1.0F, 2.0F, 0.5F}), SampleType::U8);
    QVERIFY(eight == filled<std::uint8_t>({1, 1}, {0, 255, 128}));
  }

  void croppedHoldsTheRectangle() {
    const Bitmap whole = scattered({9, 7}, 4, SampleType::U16);
    const Bitmap part = whole.cropped({2, 3, 5, 4});
    for (int y = 0; y < 4; ++y) {
      for (int x = 0; x < 5; ++x)
        QVERIFY(std::equal(part.view<std::uint16_t>().pixel(x, y), part.view<std::uint16_t>().pixel(x, y) + 4,
                           whole.view<std::uint16_t>().pixel(x + 2, y + 3)));
    }
    QVERIFY(whole.cropped(whole.bounds()) == whole);
  }

  void openCvSeesTheSameSamples() {
    for (const SampleType type : {SampleType::U8, SampleType::U16, SampleType::F32}) {
      for (const int channels : {1, 3, 4}) {
        Bitmap bitmap = scattered({6, 5}, channels, type);
        const cv::Mat matrix = toCv(bitmap);
        QCOMPARE(matrix.channels(), channels);
        QVERIFY(matrix.data == reinterpret_cast<const uchar*>(bitmap.bytes()));  // shared, not copied
        QVERIFY(fromCv(matrix) == bitmap);
        QVERIFY(fromCv(matrix(cv::Rect(1, 2, 3, 2))) == bitmap.cropped({1, 2, 3, 2}));
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestBitmap)
#include "test_bitmap.moc"
