#include <QtTest>

#include "core/regions/body_part.h"
#include "core/regions/maps/tidy_parts.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

constexpr auto upper = static_cast<std::uint8_t>(BodyPart::UpperClothes), lower = static_cast<std::uint8_t>(BodyPart::LowerClothes),
               shoes = static_cast<std::uint8_t>(BodyPart::Shoes), inherit = static_cast<std::uint8_t>(BodyPart::Inherit);

void fill(mask::Labels& parts, const image::Rect& box, std::uint8_t part) {
  for (int y = box.y; y < box.bottom(); ++y) std::fill_n(parts.row(y) + box.x, box.width, part);
}

// A shirt of 80 × 60 over trousers of 80 × 60, in 120 × 160.
mask::Labels dressed() {
  mask::Labels parts({120, 160});
  fill(parts, {20, 20, 80, 60}, upper);
  fill(parts, {20, 80, 80, 60}, lower);
  return parts;
}

}  // namespace

class TestTidyParts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsTidyStays() {
    mask::Labels parts = dressed();
    tidy(parts);
    const mask::Labels before = dressed();
    for (int y = 0; y < 160; ++y)
      for (int x = 0; x < 120; ++x) {
        const bool corner = (x == 20 || x == 99) && (y == 20 || y == 139);  // the majority rounds them
        if (!corner) QCOMPARE(int(parts.at(x, y)), int(before.at(x, y)));
      }
  }

  void detailsTakeThePartTheyLieOn() {
    mask::Labels parts = dressed();
    fill(parts, {40, 30, 10, 10}, inherit);
    fill(parts, {40, 110, 10, 10}, inherit);
    tidy(parts);
    QCOMPARE(int(parts.at(45, 35)), int(upper));
    QCOMPARE(int(parts.at(45, 115)), int(lower));
    QCOMPARE(parts.counts()[inherit], std::size_t(0));
  }

  void detailsWithoutAPartAreNothing() {
    mask::Labels parts({20, 20});
    fill(parts, {5, 5, 8, 8}, inherit);
    tidy(parts);
    QCOMPARE(parts.counts()[0], std::size_t(400));
  }

  void cracksCloseAndSpecksGo() {
    mask::Labels parts = dressed();
    fill(parts, {20, 80, 80, 1}, 0);      // between shirt and trousers
    fill(parts, {110, 10, 2, 2}, upper);  // beside the person
    fill(parts, {60, 100, 2, 2}, upper);  // on the trousers
    tidy(parts);
    for (int x = 21; x < 99; ++x) QVERIFY(parts.at(x, 80) != 0);
    QCOMPARE(int(parts.at(110, 10)), 0);
    QCOMPARE(int(parts.at(60, 100)), int(lower));
  }

  void smallShoesStay() {
    mask::Labels parts({240, 320});
    fill(parts, {40, 20, 160, 240}, upper);
    fill(parts, {60, 280, 4, 4}, shoes);
    fill(parts, {100, 280, 4, 4}, lower);
    tidy(parts);
    QVERIFY(parts.counts()[shoes] > 0);
    QCOMPARE(parts.counts()[lower], std::size_t(0));
  }

  void emptyAndTinyPlanesAreHarmless() {
    mask::Labels none, one({1, 1});
    tidy(none);
    one.row(0)[0] = upper;
    tidy(one);
    QCOMPARE(int(one.at(0, 0)), int(upper));
  }
};

QTEST_GUILESS_MAIN(TestTidyParts)
#include "test_tidy_parts.moc"
