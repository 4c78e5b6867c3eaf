#include <QtTest>

#include "core/mask/shapes.h"
#include "tests/ui/run/small_document.h"
#include "ui/references/reference_thumbnail.h"

using namespace retailor;

namespace {

completion::TaggedReference redPicture() {
  image::Bitmap picture({100, 50}, 3, image::SampleType::U8);
  const auto span = picture.span<std::uint8_t>();
  for (int i = 0; i < 100 * 50; ++i) span.data[i * 3] = 255;
  completion::TaggedReference reference;
  reference.picture = std::make_shared<const image::Bitmap>(std::move(picture));
  return reference;
}

bool isRed(QRgb pixel) { return qRed(pixel) > 240 && qGreen(pixel) < 15; }
bool isGrey(QRgb pixel) { return qRed(pixel) == qGreen(pixel) && qGreen(pixel) == qBlue(pixel); }

}  // namespace

class TestReferenceThumbnail : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withoutAMaskTheWholePictureShows() {
    const QImage shown = ui::referenceThumbnail(redPicture(), {80, 80});
    QCOMPARE(shown.size(), QSize(80, 80));
    QVERIFY(isRed(shown.pixel(2, 40)) && isRed(shown.pixel(77, 40)));
    QVERIFY(isGrey(shown.pixel(40, 5)));
  }

  void theMasksBoxFillsTheThumbnail() {
    auto reference = redPicture();
    reference.mask = std::make_shared<const mask::Mask>(mask::rectangleMask({100, 50}, {10, 10, 40, 40}));
    const QImage shown = ui::referenceThumbnail(reference, {40, 40});
    QVERIFY(isRed(shown.pixel(1, 1)) && isRed(shown.pixel(38, 38)));
  }

  void withoutAMaskItsAlphasBoxFillsTheThumbnail() {
    image::Bitmap cut({100, 50}, 4, image::SampleType::U8);
    for (int y = 10; y < 50; ++y)
      for (int x = 10; x < 50; ++x) cut.span<std::uint8_t>().pixel(x, y)[0] = cut.span<std::uint8_t>().pixel(x, y)[3] = 255;
    completion::TaggedReference reference;
    reference.picture = std::make_shared<const image::Bitmap>(std::move(cut));
    const QImage shown = ui::referenceThumbnail(reference, {40, 40});
    QVERIFY(isRed(shown.pixel(1, 1)) && isRed(shown.pixel(38, 38)));
  }

  void whatTheMaskLeavesOutIsCheckerboard() {
    auto reference = redPicture();
    mask::Mask corners({100, 50}, 0);
    corners.row(0)[0] = 255;
    corners.row(49)[99] = 255;
    reference.mask = std::make_shared<const mask::Mask>(corners);
    QVERIFY(isGrey(ui::referenceThumbnail(reference, {80, 80}).pixel(40, 40)));
  }

  void anEmptyMaskShowsNothingAndDoesNotCrash() {
    auto reference = redPicture();
    reference.mask = std::make_shared<const mask::Mask>(image::Size{100, 50});
    QVERIFY(isGrey(ui::referenceThumbnail(reference, {20, 20}).pixel(10, 10)));
    reference.picture = nullptr;
    QCOMPARE(ui::referenceThumbnail(reference, {20, 20}).size(), QSize(20, 20));
  }
};

QTEST_GUILESS_MAIN(TestReferenceThumbnail)
#include "test_reference_thumbnail.moc"
