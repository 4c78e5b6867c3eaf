#include <QtTest>

#include "core/mask/shapes.h"
#include "core/regions/reference_quality.h"
#include "tests/core/image/drawn_pictures.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

constexpr image::Size kSize{400, 300};

// A plain light garment with a crisp outline on grey.
image::Bitmap garment() {
  image::Bitmap picture = image::filled<std::uint8_t>(kSize, {120, 120, 120});
  for (int y = 50; y < 250; ++y)
    for (int x = 100; x < 300; ++x) std::fill_n(picture.span<std::uint8_t>().pixel(x, y), 3, std::uint8_t{230});
  return picture;
}

// A shade that nowhere has an edge.
image::Bitmap shade() {
  image::Bitmap picture(kSize, 3, image::SampleType::U8);
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) std::fill_n(picture.span<std::uint8_t>().pixel(x, y), 3, static_cast<std::uint8_t>(60 + x / 4));
  return picture;
}

bool has(const std::vector<ReferenceConcern>& concerns, ReferenceConcern one) { return std::ranges::find(concerns, one) != concerns.end(); }

}  // namespace

class TestReferenceQuality : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aGoodReferenceHasNoConcerns() {
    QVERIFY(concernsOf(garment(), nullptr).empty());
    const mask::Mask outline = mask::rectangleMask(kSize, {95, 45, 210, 210});
    QVERIFY(concernsOf(garment(), &outline).empty());
  }

  void smallAndLittleAreTold() {
    const mask::Mask speck = mask::rectangleMask(kSize, {90, 40, 30, 30});
    const auto concerns = concernsOf(garment(), &speck);
    QVERIFY(has(concerns, ReferenceConcern::TooSmall) && has(concerns, ReferenceConcern::TooLittle));
  }

  void whatHasNoEdgesIsBlurred() { QVERIFY(has(concernsOf(shade(), nullptr), ReferenceConcern::Blurred)); }

  void whatRunsOverTheFrameIsCutOff_data() {
    QTest::addColumn<QRect>("rect");
    QTest::addColumn<bool>("cut");
    QTest::newRow("inside") << QRect(90, 40, 220, 220) << false;
    QTest::newRow("below") << QRect(90, 40, 220, 260) << true;
    QTest::newRow("left") << QRect(0, 40, 310, 220) << true;
    QTest::newRow("right") << QRect(90, 40, 310, 220) << true;
  }
  void whatRunsOverTheFrameIsCutOff() {
    QFETCH(QRect, rect);
    QFETCH(bool, cut);
    const mask::Mask mask = mask::rectangleMask(kSize, {rect.x(), rect.y(), rect.width(), rect.height()});
    QCOMPARE(has(concernsOf(garment(), &mask), ReferenceConcern::CutOff), cut);
  }

  void emptyAndForeignMasksAreHarmless() {
    const mask::Mask none(kSize), other({3, 3}, 255);
    QVERIFY(concernsOf(garment(), &none).empty() && concernsOf(garment(), &other).empty());
  }
};

QTEST_GUILESS_MAIN(TestReferenceQuality)
#include "test_reference_quality.moc"
