#include <QtTest>
#include <random>

#include "core/composite/crop_window.h"

using namespace retailor;
using namespace retailor::composite;

namespace {

mask::Mask boxMask(image::Size photo, const image::Rect& box) {
  mask::Mask result(photo);
  for (int y = box.y; y < box.bottom(); ++y) std::fill_n(result.row(y) + box.x, box.width, std::uint8_t{1});
  return result;
}

bool lies(const image::Rect& inner, const image::Rect& outer) { return intersected(inner, outer) == inner; }

struct Draw {
  image::Size photo;
  image::Rect box;
  std::int64_t area;
  ContextRule rule;
};

// Boxes of all sizes and shapes, half of them pushed against a border of the photo.
Draw drawCase(unsigned seed) {
  std::mt19937 random(seed);
  const auto upTo = [&](int most) { return 1 + static_cast<int>(random() % static_cast<unsigned>(most)); };
  Draw draw;
  draw.photo = {40 + upTo(900), 40 + upTo(900)};
  const int width = upTo(seed % 3 == 0 ? 20 : draw.photo.width), height = upTo(seed % 3 == 1 ? 20 : draw.photo.height);
  int x = upTo(draw.photo.width - width + 1) - 1, y = upTo(draw.photo.height - height + 1) - 1;
  if (seed % 4 == 0) x = seed % 8 == 0 ? 0 : draw.photo.width - width;
  if (seed % 4 == 2) y = seed % 8 == 2 ? 0 : draw.photo.height - height;
  draw.box = {x, y, width, height};
  draw.area = std::int64_t{1} << (14 + random() % 7);
  draw.rule.factor = 1.25 + 0.25 * (random() % 7);
  draw.rule.minimum = static_cast<int>(random() % 100);
  draw.rule.multipleOf = std::array{1, 8, 64}[random() % 3];
  draw.rule.maxScale = std::array{1.0, 2.0, 4.0}[random() % 3];
  return draw;
}

}  // namespace

class TestCropWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void randomBoxesKeepTheRules_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 200; ++seed) QTest::addRow("%u", seed) << seed;
  }
  void randomBoxesKeepTheRules() {
    QFETCH(unsigned, seed);
    const auto [photo, box, area, rule] = drawCase(seed);
    const CropWindow window = windowAround(boxMask(photo, box), area, rule);
    QVERIFY(lies(window.rect, {0, 0, photo.width, photo.height}));
    QVERIFY(lies(box, window.rect));
    QCOMPARE(window.workingSize.width % rule.multipleOf, 0);
    QCOMPARE(window.workingSize.height % rule.multipleOf, 0);
    QVERIFY(window.workingSize.width > 0 && window.workingSize.height > 0);
    // Context on every side, unless the photo ends there or the multiple rounds the window down by half of it.
    const double across = static_cast<double>(window.workingSize.width) / window.rect.width;
    const double down = static_cast<double>(window.workingSize.height) / window.rect.height;
    const double rounding = rule.multipleOf / std::min(across, down) + 2;
    const bool wide = window.rect.width + rounding >=
                      std::min<double>(photo.width, std::max<double>(box.width + 2 * rule.minimum, box.width * rule.factor));
    QVERIFY(wide);
    // One factor for both sides, to half a pixel of the photo, wherever a multiple fits into the photo.
    const bool tightPhoto =
        photo.width - box.width < rule.multipleOf / across + 1 || photo.height - box.height < rule.multipleOf / down + 1;
    if (!tightPhoto && rule.multipleOf <= 8) QVERIFY(std::abs(window.rect.height * across - window.workingSize.height) <= across + 1e-9);
    if (rule.multipleOf <= 8 && !tightPhoto) QVERIFY(across <= rule.maxScale + 1e-9);
  }

  void coordinatesComeBack() {
    for (unsigned seed = 0; seed < 200; ++seed) {
      const auto [photo, box, area, rule] = drawCase(seed);
      const CropWindow window = windowAround(boxMask(photo, box), area, rule);
      for (double x : {-3.5, 0.0, 17.25, 900.0}) {
        QVERIFY(std::abs(toPhoto(toWorking(x, window.rect.x, window.scale()), window.rect.x, window.scale()) - x) < 1e-6);
      }
    }
  }

  void coordinatesAreThoseOfPixelCentres() {
    QCOMPARE(toWorking(10, 10, 2), 0.5);  // the first pixel becomes two, its centre lies between them
    QCOMPARE(toWorking(10.5, 10, 0.5), 0.0);
    QCOMPARE(toPhoto(0.5, 10, 2), 10.0);
  }

  void theWindowIsShiftedBeforeItIsShrunk() {
    const CropWindow corner = windowAround(boxMask({1000, 800}, {0, 0, 200, 200}), 512 * 512, {2.0, 64, 8, 0, 2});
    const CropWindow middle = windowAround(boxMask({1000, 800}, {400, 300, 200, 200}), 512 * 512, {2.0, 64, 8, 0, 2});
    QVERIFY(corner.rect.size() == middle.rect.size());
    QCOMPARE(corner.rect.x, 0);
    QCOMPARE(middle.rect.x + middle.rect.width / 2, 500);
    QCOMPARE(middle.rect.y + middle.rect.height / 2, 400);
  }

  void tinyHolesGetContextInsteadOfEnlargement() {
    const CropWindow window = windowAround(boxMask({2000, 2000}, {1000, 1000, 10, 10}), 512 * 512, {1.5, 64, 8, 0, 2});
    QVERIFY(window.workingSize == (image::Size{512, 512}));
    QVERIFY(window.rect.size() == (image::Size{256, 256}));
    QCOMPARE(window.scale(), 2.0);
  }

  void aScaleNearOneBecomesOne() {
    const CropWindow window = windowAround(boxMask({2000, 2000}, {700, 700, 340, 340}), 512 * 512, {1.5, 64, 8, 0, 2});
    QVERIFY(window.workingSize == window.rect.size());
    QVERIFY(window.rect.width >= 504 && window.rect.width <= 520);
  }

  void theWorkingAreaIsNearlyTheOneAsked() {
    for (int side : {300, 500, 900, 1500}) {
      const CropWindow window = windowAround(boxMask({4000, 3000}, {700, 600, side, side / 2}), 512 * 512, {1.5, 64, 8, 0, 2});
      const double area = static_cast<double>(window.workingSize.width) * window.workingSize.height;
      QVERIFY(std::abs(area / (512 * 512) - 1) < 0.09);
    }
  }

  void anAskedAspectIsGivenWhereThePhotoAllows_data() {
    QTest::addColumn<double>("aspect");
    for (double aspect : {1.0, 0.75, 1.5}) QTest::addRow("%g", aspect) << aspect;
  }
  void anAskedAspectIsGivenWhereThePhotoAllows() {
    QFETCH(double, aspect);
    for (const image::Rect& box : {image::Rect{700, 700, 300, 100}, {0, 900, 60, 300}, {1500, 1400, 100, 100}}) {
      const CropWindow window = windowAround(boxMask({1600, 1500}, box), 512 * 512, {1.5, 64, 8, aspect, 2});
      const double given = static_cast<double>(window.rect.width) / window.rect.height;
      QVERIFY2(std::abs(given / aspect - 1) < 0.03, qPrintable(QString::number(given)));
      QVERIFY(lies(box, window.rect));
    }
  }

  void aHoleAcrossThePhotoKeepsTheWholeWidth() {
    const CropWindow window = windowAround(boxMask({1003, 701}, {0, 300, 1003, 50}), 512 * 512, {1.5, 64, 8, 0, 2});
    QCOMPARE(window.rect.width, 1003);
    QCOMPARE(window.workingSize.width % 8, 0);
  }

  void photosSmallerThanAMultipleWork() {
    const CropWindow window = windowAround(boxMask({5, 3}, {0, 0, 5, 3}), 512 * 512, {});
    QVERIFY(window.rect == (image::Rect{0, 0, 5, 3}));
    QVERIFY(window.workingSize == (image::Size{16, 8}));
  }

  void theWholePhotoIsItsOwnWindow() {
    const CropWindow window = wholeWindow({640, 480}, {512, 384});
    QVERIFY(window.rect == (image::Rect{0, 0, 640, 480}));
    QCOMPARE(window.scale(), 0.8);
  }
};

QTEST_GUILESS_MAIN(TestCropWindow)
#include "test_crop_window.moc"
