#include <QtTest>

#include "core/composite/flatten.h"
#include "core/composite/paste_back.h"
#include "tests/core/composite/noise_picture.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::composite;

namespace {

Patch patch(const image::Rect& window, unsigned seed, double opacity = 1) {
  return {window, std::make_shared<image::Bitmap>(tests::noisePicture(window.size(), 3, image::SampleType::U16, seed)),
          std::make_shared<mask::Mask>(tests::randomBlobs(window.size(), seed)), opacity};
}

}  // namespace

class TestFlatten : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withoutPatchesThePhotoIsItself() {
    const image::Bitmap photo = tests::noisePicture({50, 40}, 4, image::SampleType::U16, 1);
    QVERIFY(flattened(photo, {}) == photo);
  }

  void laterPatchesLieOnTop() {
    const image::Bitmap photo = tests::noisePicture({90, 80}, 3, image::SampleType::U16, 1);
    const Patch low = patch({5, 5, 60, 50}, 2), high = patch({20, 15, 60, 60}, 3, 0.6);
    image::Bitmap expected = photo;
    pasteBack(expected, low.window, *low.pixels, *low.blend);
    pasteBack(expected, high.window, *high.pixels, *high.blend, 0.6);
    QVERIFY(flattened(photo, std::array{low, high}) == expected);
    QVERIFY(!(flattened(photo, std::array{high, low}) == expected));
  }

  void hiddenPatchesChangeNothing() {
    const image::Bitmap photo = tests::noisePicture({90, 80}, 3, image::SampleType::U16, 1);
    QVERIFY(flattened(photo, std::array{patch({5, 5, 60, 50}, 2, 0.0), Patch{}}) == photo);
  }
};

QTEST_GUILESS_MAIN(TestFlatten)
#include "test_flatten.moc"
