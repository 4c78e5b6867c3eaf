#include <QtTest>
#include <cstring>

#include "core/composite/paste_back.h"
#include "tests/core/composite/noise_picture.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::composite;
using image::Bitmap;
using image::SampleType;

Q_DECLARE_METATYPE(SampleType)

namespace {

bool sameBits(const Bitmap& a, int ax, int ay, const Bitmap& b, int bx, int by) {
  const std::size_t pixel = bytesPerSample(a.sampleType()) * static_cast<std::size_t>(a.channels());
  const auto at = [pixel](const Bitmap& p, int x, int y) {
    return p.bytes() + static_cast<std::size_t>(y) * p.rowBytes() + static_cast<std::size_t>(x) * pixel;
  };
  return std::memcmp(at(a, ax, ay), at(b, bx, by), pixel) == 0;
}

// One pixel of U8: photo, fill and blend as given.
Bitmap onePixel(std::initializer_list<std::uint8_t> samples) {
  Bitmap picture({1, 1}, static_cast<int>(samples.size()), SampleType::U8);
  std::copy(samples.begin(), samples.end(), picture.span<std::uint8_t>().data);
  return picture;
}

Bitmap pasted(Bitmap photo, const Bitmap& fill, std::uint8_t coverage, double strength = 1) {
  pasteBack(photo, {0, 0, 1, 1}, fill, mask::Mask({1, 1}, coverage), strength);
  return photo;
}

}  // namespace

class TestPasteBack : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void unmaskedPixelsNeverChange_data() {
    QTest::addColumn<SampleType>("type");
    QTest::addColumn<int>("photoChannels");
    QTest::addColumn<int>("fillChannels");
    QTest::newRow("8 bit") << SampleType::U8 << 3 << 3;
    QTest::newRow("16 bit") << SampleType::U16 << 3 << 3;
    QTest::newRow("8 bit, alpha both") << SampleType::U8 << 4 << 4;
    QTest::newRow("16 bit, alpha in the photo") << SampleType::U16 << 4 << 3;
    QTest::newRow("16 bit, alpha in the fill") << SampleType::U16 << 3 << 4;
    QTest::newRow("float") << SampleType::F32 << 3 << 3;
  }
  // Promise 1: 20 random masks, 20 rounds each.
  void unmaskedPixelsNeverChange() {
    QFETCH(SampleType, type);
    QFETCH(int, photoChannels);
    QFETCH(int, fillChannels);
    const image::Rect window{13, 9, 70, 50};
    for (unsigned seed = 0; seed < 20; ++seed) {
      const Bitmap photo = tests::noisePicture({96, 72}, photoChannels, type, seed);
      const mask::Mask blend = tests::randomBlobs(window.size(), 100 + seed);
      Bitmap result = photo;
      for (unsigned round = 0; round < 20; ++round) {
        const double strength = round % 3 == 0 ? 1.0 : round / 20.0;
        pasteBack(result, window, tests::noisePicture(window.size(), fillChannels, type, 1000 + round), blend, strength);
      }
      bool changed = false;
      for (int y = 0; y < photo.height(); ++y) {
        for (int x = 0; x < photo.width(); ++x) {
          const bool masked = window.contains(x, y) && blend.at(x - window.x, y - window.y) > 0;
          const bool same = sameBits(result, x, y, photo, x, y);
          QVERIFY(masked || same);
          changed = changed || !same;
        }
      }
      QVERIFY(changed);
    }
  }

  void fullCoverageGivesExactlyTheFill_data() { unmaskedPixelsNeverChange_data(); }
  void fullCoverageGivesExactlyTheFill() {
    QFETCH(SampleType, type);
    QFETCH(int, photoChannels);
    if (type == SampleType::F32) QVERIFY(photoChannels == 3);
    Bitmap photo = tests::noisePicture({40, 30}, photoChannels, type, 1);
    const Bitmap fill = tests::noisePicture({20, 10}, photoChannels, type, 2);
    pasteBack(photo, {5, 6, 20, 10}, fill, mask::Mask({20, 10}, 255));
    for (int y = 0; y < 10; ++y) {
      for (int x = 0; x < 20; ++x) QVERIFY(sameBits(photo, x + 5, y + 6, fill, x, y));
    }
  }

  void everyCoverageMixesToTheNearestLevel() {
    for (int coverage = 0; coverage < 256; ++coverage) {
      for (int photo = 0; photo < 256; photo += 15) {
        for (int fill = 0; fill < 256; fill += 17) {
          const auto p = static_cast<std::uint8_t>(photo), f = static_cast<std::uint8_t>(fill);
          const int mixed =
              *pasted(onePixel({p, p, p}), onePixel({f, f, f}), static_cast<std::uint8_t>(coverage)).view<std::uint8_t>().data;
          QCOMPARE(mixed, static_cast<int>(std::floor((photo * (255 - coverage) + fill * coverage) / 255.0 + 0.5)));
        }
      }
    }
  }

  void sixteenBitMixesKeepSixteenBits() {
    Bitmap photo({2, 1}, 3, SampleType::U16), fill = photo;
    for (int i = 0; i < 6; ++i) photo.span<std::uint16_t>().data[i] = 1001, fill.span<std::uint16_t>().data[i] = 64999;
    mask::Mask blend({2, 1}, 51);  // one fifth
    pasteBack(photo, photo.bounds(), fill, blend);
    QCOMPARE(*photo.view<std::uint16_t>().data, std::uint16_t(13801));
    std::fill_n(photo.span<std::uint16_t>().data, 6, std::uint16_t{65535});
    std::fill_n(fill.span<std::uint16_t>().data, 6, std::uint16_t{65535});
    blend = mask::Mask({2, 1}, 128);
    pasteBack(photo, photo.bounds(), fill, blend);
    QCOMPARE(*photo.view<std::uint16_t>().data, std::uint16_t(65535));
  }

  void strengthScalesTheBlend_data() {
    QTest::addColumn<double>("strength");
    QTest::addColumn<int>("value");
    QTest::newRow("none") << 0.0 << 100;
    QTest::newRow("half") << 0.5 << 150;
    QTest::newRow("all") << 1.0 << 200;
    QTest::newRow("beyond") << 3.0 << 200;
    QTest::newRow("below") << -1.0 << 100;
  }
  void strengthScalesTheBlend() {
    QFETCH(double, strength);
    QTEST(int(*pasted(onePixel({100, 100, 100}), onePixel({200, 200, 200}), 255, strength).view<std::uint8_t>().data), "value");
  }

  void alphaIsBlendedAndHiddenColourStaysHidden_data() {
    using Samples = QList<int>;
    QTest::addColumn<Samples>("photo");
    QTest::addColumn<Samples>("fill");
    QTest::addColumn<int>("coverage");
    QTest::addColumn<Samples>("result");
    QTest::newRow("opaque both") << Samples{100, 100, 100, 255} << Samples{200, 200, 200, 255} << 51 << Samples{120, 120, 120, 255};
    QTest::newRow("a fill without alpha is opaque")
        << Samples{100, 100, 100, 255} << Samples{200, 200, 200} << 51 << Samples{120, 120, 120, 255};
    QTest::newRow("over nothing: the fill's colour, half there")
        << Samples{0, 0, 0, 0} << Samples{200, 100, 50} << 128 << Samples{200, 100, 50, 128};
    QTest::newRow("full coverage brings the fill's alpha")
        << Samples{9, 9, 9, 255} << Samples{200, 100, 50, 40} << 255 << Samples{200, 100, 50, 40};
    QTest::newRow("nothing over nothing") << Samples{7, 8, 9, 0} << Samples{7, 8, 9, 0} << 128 << Samples{7, 8, 9, 0};
    QTest::newRow("a transparent fill hides, no colour of it")
        << Samples{80, 80, 80, 200} << Samples{255, 0, 0, 0} << 128 << Samples{80, 80, 80, 100};
    QTest::newRow("a photo without alpha stays opaque")
        << Samples{100, 100, 100} << Samples{200, 200, 200, 51} << 255 << Samples{120, 120, 120};
  }
  void alphaIsBlendedAndHiddenColourStaysHidden() {
    QFETCH(QList<int>, photo);
    QFETCH(QList<int>, fill);
    QFETCH(int, coverage);
    QFETCH(QList<int>, result);
    const auto bitmap = [](const QList<int>& samples) {
      Bitmap picture({1, 1}, static_cast<int>(samples.size()), SampleType::U8);
      std::copy(samples.begin(), samples.end(), picture.span<std::uint8_t>().data);
      return picture;
    };
    const Bitmap mixed = pasted(bitmap(photo), bitmap(fill), static_cast<std::uint8_t>(coverage));
    for (int c = 0; c < mixed.channels(); ++c) QCOMPARE(int(mixed.view<std::uint8_t>().data[c]), result[c]);
  }
};

QTEST_GUILESS_MAIN(TestPasteBack)
#include "test_paste_back.moc"
