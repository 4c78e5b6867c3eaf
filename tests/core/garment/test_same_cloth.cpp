#include <QtTest>

#include "core/garment/placing/placed_garment.h"
#include "tests/core/garment/fitted_pair.h"

using namespace retailor;
using namespace retailor::garment;
using namespace retailor::tests;

namespace {

const SmoothWarp kWorn(3, 6, 3, 0.88);
constexpr Colour kRed{170, 40, 50}, kBlue{60, 40, 110}, kGreen{40, 120, 60};

// Where the garment's picture shows what the photo shows at `p`.
Point unbent(Point p) {
  Point at = p;
  for (int i = 0; i < 20; ++i) at += p - kWorn(at);
  return at;
}

bool redAt(Point p) { return (static_cast<int>(p.x) / 20 + static_cast<int>(p.y) / 20) % 2 == 0; }

void put(image::Bitmap& photo, int x, int y, Colour colour) {
  std::uint8_t* p = photo.span<std::uint8_t>().pixel(x, y);
  p[0] = static_cast<std::uint8_t>(colour.r), p[1] = static_cast<std::uint8_t>(colour.g), p[2] = static_cast<std::uint8_t>(colour.b);
}

// The person in the very garment, squares bent with it.
image::Bitmap wearingTheSame(const mask::Mask& worn) {
  image::Bitmap photo = pictureOf(worn);
  for (int y = 0; y < photo.height(); ++y)
    for (int x = 0; x < photo.width(); ++x)
      if (worn.at(x, y) >= 128) put(photo, x, y, redAt(unbent({x + 0.5, y + 0.5})) ? kRed : kBlue);
  return photo;
}

// In one with squares of another size that lie straight.
image::Bitmap wearingAnother(const mask::Mask& worn) {
  image::Bitmap photo = pictureOf(worn);
  for (int y = 0; y < photo.height(); ++y)
    for (int x = 0; x < photo.width(); ++x)
      if (worn.at(x, y) >= 128) put(photo, x, y, (x / 31 + y / 13) % 2 == 0 ? kGreen : kBlue);
  return photo;
}

image::Bitmap wearingPlain(const mask::Mask& worn) { return pictureOf(worn, kGreen, kGreen); }

PlacedGarment placedOn(const FittedPair& pair, const image::Bitmap& photo) {
  return *placedGarment(photo, *pair.cut, *pair.worn, sessionOf(pair));
}

// Share of the cloth that is red where the photo is.
double sameSquares(const PlacedGarment& placed, const image::Bitmap& photo) {
  double same = 0, all = 0;
  for (int y = 0; y < placed.window.height; ++y)
    for (int x = 0; x < placed.window.width; ++x) {
      const int px = placed.window.x + x, py = placed.window.y + y;
      if (placed.coverage.at(x, y) < 255) continue;
      const float* drawn = placed.picture.view<float>().pixel(x, y);
      const std::uint8_t* shown = photo.view<std::uint8_t>().pixel(px, py);
      same += (drawn[0] > drawn[2]) == (shown[0] > shown[2]), ++all;
    }
  return same / std::max(1.0, all);
}

}  // namespace

class TestSameCloth : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theVeryGarmentIsBroughtIntoRegister();
  void anotherGarmentStaysWhereItsOutlineIs();
};

void TestSameCloth::theVeryGarmentIsBroughtIntoRegister() {
  const FittedPair pair = fittedPair(tee(), kWorn, GarmentRow::Upper);
  const image::Bitmap photo = wearingTheSame(pair.worn->region);
  const double same = sameSquares(placedOn(pair, photo), photo);
  const double byOutline = sameSquares(placedOn(pair, wearingPlain(pair.worn->region)), photo);
  QVERIFY2(same > 0.93 && same > byOutline + 0.05, qPrintable(QStringLiteral("%1, by the outline %2").arg(same).arg(byOutline)));
}

void TestSameCloth::anotherGarmentStaysWhereItsOutlineIs() {
  const FittedPair pair = fittedPair(tee(), kWorn, GarmentRow::Upper);
  const PlacedGarment one = placedOn(pair, wearingAnother(pair.worn->region)), other = placedOn(pair, wearingPlain(pair.worn->region));
  QVERIFY(one.coverage == other.coverage);
}

QTEST_GUILESS_MAIN(TestSameCloth)
#include "test_same_cloth.moc"
