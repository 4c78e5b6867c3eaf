#include <QtTest>

#include "core/composite/feather_seam.h"
#include "tests/core/composite/noise_picture.h"
#include "tests/core/mask/drawn_masks.h"
#include "tests/support/sanitized.h"

using namespace retailor;
using namespace retailor::composite;
using image::Bitmap;

namespace {

constexpr image::Size kSize{90, 70};

template <class Value>
Bitmap painted(image::Size size, const Value& value) {
  Bitmap picture(size, 3, image::SampleType::F32);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      for (int c = 0; c < 3; ++c) picture.span<float>().pixel(x, y)[c] = static_cast<float>(value(x, y, c));
    }
  }
  return picture;
}

Bitmap sum(const Bitmap& a, const Bitmap& b) {
  return painted(a.size(), [&](int x, int y, int c) { return a.view<float>().pixel(x, y)[c] + b.view<float>().pixel(x, y)[c]; });
}

double worstDifference(const Bitmap& a, const Bitmap& b, const mask::Mask& where) {
  double worst = 0;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) {
      for (int c = 0; c < 3 && where.at(x, y) >= 128; ++c)
        worst = std::max<double>(worst, std::abs(a.view<float>().pixel(x, y)[c] - b.view<float>().pixel(x, y)[c]));
    }
  }
  return worst;
}

mask::Mask holeOf(int kind, image::Size size) {
  const double w = size.width, h = size.height;
  switch (kind) {
    case 0: return tests::disc(size, w / 2, h / 2, h / 3);
    case 1: return tests::disc(size, 0, h / 2, h / 3);                                                                 // cut by the frame
    case 2: return tests::drawn(size, [=](int x, int y) { return x > 0 && y > 0; });                                   // two sides known
    case 3: return tests::drawn(size, [](int x, int y) { return x > 2 && x < 60 && x % 7 != 0 && y > 3 && y < 60; });  // thin walls between
    default: return tests::noise(size, 5);
  }
}

}  // namespace

class TestFeatherSeam : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theBlendMaskNeverLeavesTheHole() {
    for (unsigned seed = 0; seed < 20; ++seed) {
      const mask::Mask hole = seed % 2 ? tests::randomBlobs(kSize, seed) : tests::noise(kSize, seed);
      for (double pixels : {0.0, 1.0, 6.0, 60.0}) {
        const mask::Mask blend = blendMask(hole, pixels);
        for (int y = 0; y < kSize.height; ++y) {
          for (int x = 0; x < kSize.width; ++x) QVERIFY(blend.at(x, y) <= hole.at(x, y));
        }
      }
      QVERIFY(blendMask(hole, 0) == hole);
    }
  }

  void aConstantOffsetIsRemovedExactly_data() {
    QTest::addColumn<int>("kind");
    for (const auto& [name, kind] : {std::pair{"disc", 0}, {"at the frame", 1}, {"two sides known", 2}, {"thin walls", 3}, {"noise", 4}})
      QTest::newRow(name) << kind;
  }
  void aConstantOffsetIsRemovedExactly() {
    QFETCH(int, kind);
    const mask::Mask hole = holeOf(kind, kSize);
    const Bitmap photo = tests::noisePicture(kSize, 3, image::SampleType::F32, 1);
    const Bitmap fill = sum(photo, painted(kSize, [](int, int, int c) { return 0.1 * c - 0.07; }));
    QVERIFY(worstDifference(fill, photo, hole) > 0.1);
    QVERIFY(worstDifference(membraneBlend(fill, photo, hole, 1), photo, hole) < 1e-4);
  }

  void aFillThatIsThePhotoStaysAsItIs() {
    const Bitmap photo = tests::noisePicture(kSize, 3, image::SampleType::F32, 1);
    QVERIFY(worstDifference(membraneBlend(photo, photo, holeOf(0, kSize), 1), photo, mask::Mask(kSize, 255)) < 1e-6);
  }

  void harmonicOffsetsAreRemovedExactly() {
    const mask::Mask hole = holeOf(0, kSize);
    const Bitmap photo = tests::noisePicture(kSize, 3, image::SampleType::F32, 1);
    const Bitmap fill = sum(photo, painted(kSize, [](int x, int y, int c) {
                              return c == 0 ? 0.004 * x - 0.2 : c == 1 ? 0.0001 * (x * x - y * y) : 0.0001 * x * y;
                            }));
    QVERIFY(worstDifference(fill, photo, hole) > 0.2);
    QVERIFY(worstDifference(membraneBlend(fill, photo, hole, 10), photo, hole) < 1e-4);
  }

  void everyPixelIsTheMeanOfItsNeighbours_data() { aConstantOffsetIsRemovedExactly_data(); }
  void everyPixelIsTheMeanOfItsNeighbours() {
    QFETCH(int, kind);
    const mask::Mask hole = holeOf(kind, kSize);
    const Bitmap photo = tests::noisePicture(kSize, 3, image::SampleType::F32, 1), nothing(kSize, 3, image::SampleType::F32);
    const Bitmap membrane = membraneBlend(nothing, photo, hole, 1);
    const auto value = [&](int x, int y) { return *(hole.at(x, y) >= 128 ? membrane : photo).view<float>().pixel(x, y); };
    for (int y = 0; y < kSize.height; ++y) {
      for (int x = 0; x < kSize.width; ++x) {
        if (hole.at(x, y) < 128) continue;
        double neighbours = 0;
        int count = 0;
        for (const auto& [nx, ny] : {std::pair{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}}) {
          if (!hole.bounds().contains(nx, ny)) continue;  // the frame is a natural border
          neighbours += value(nx, ny);
          ++count;
        }
        QVERIFY(std::abs(value(x, y) - neighbours / count) < 1e-4);
      }
    }
  }

  void outsideTheHoleTheFillStays() {
    const Bitmap fill = tests::noisePicture(kSize, 3, image::SampleType::F32, 1),
                 photo = tests::noisePicture(kSize, 3, image::SampleType::F32, 2);
    const mask::Mask hole = holeOf(0, kSize);
    const Bitmap result = membraneBlend(fill, photo, hole, 1);
    for (int y = 0; y < kSize.height; ++y) {
      for (int x = 0; x < kSize.width; ++x)
        QVERIFY(hole.at(x, y) >= 128 || *result.view<float>().pixel(x, y) == *fill.view<float>().pixel(x, y));
    }
  }

  void theCorrectionIsLimitedAndScaled() {
    const mask::Mask hole = holeOf(0, kSize);
    const Bitmap dark(kSize, 3, image::SampleType::F32), light = painted(kSize, [](int, int, int) { return 0.8; });
    QVERIFY(std::abs(*membraneBlend(dark, light, hole, 0.25).view<float>().pixel(45, 35) - 0.25) < 1e-4);
    QVERIFY(std::abs(*membraneBlend(light, dark, hole, 0.25).view<float>().pixel(45, 35) - 0.55) < 1e-4);
    QVERIFY(std::abs(*membraneBlend(dark, light, hole, 1, 0.5).view<float>().pixel(45, 35) - 0.4) < 1e-4);
    QVERIFY(membraneBlend(dark, light, hole, 1, 0) == dark);
  }

  void withoutARimNothingChanges() {
    const Bitmap fill = tests::noisePicture(kSize, 3, image::SampleType::F32, 1),
                 photo = tests::noisePicture(kSize, 3, image::SampleType::F32, 2);
    QVERIFY(membraneBlend(fill, photo, mask::Mask(kSize, 255), 1) == fill);
    QVERIFY(membraneBlend(fill, photo, mask::Mask(kSize, 127), 1) == fill);
  }

  void theSameInputsGiveTheSameBits() {
    const image::Size size{500, 400};  // large enough for several threads
    const Bitmap fill = tests::noisePicture(size, 3, image::SampleType::F32, 1),
                 photo = tests::noisePicture(size, 3, image::SampleType::F32, 2);
    const Bitmap first = membraneBlend(fill, photo, holeOf(0, size), 1);
    for (int i = 0; i < 3; ++i) QVERIFY(membraneBlend(fill, photo, holeOf(0, size), 1) == first);
  }

  void oneMegapixelTakesUnderASecond_data() {
    QTest::addColumn<int>("kind");
    for (const auto& [name, kind] : {std::pair{"disc", 0}, {"nearly all", 2}, {"noise", 4}}) QTest::newRow(name) << kind;
  }
  void oneMegapixelTakesUnderASecond() {
    if (tests::kSanitized) QSKIP("times mean nothing under a sanitizer");
    QFETCH(int, kind);
    const image::Size size{1024, 1024};
    const Bitmap fill(size, 3, image::SampleType::F32),
        photo = painted(size, [](int x, int y, int c) { return 0.5 + 0.4 * std::sin(x * 0.01 * (c + 1)) * std::cos(y * 0.02); });
    const mask::Mask hole = holeOf(kind, size);
    const double time = tests::processorMilliseconds([&] { QVERIFY(!(membraneBlend(fill, photo, hole, 1) == fill)); });
    QVERIFY2(time < 2000, qPrintable(QString::number(time)));  // both cores of a small machine
  }
};

QTEST_GUILESS_MAIN(TestFeatherSeam)
#include "test_feather_seam.moc"
