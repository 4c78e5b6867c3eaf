#include <QtTest>
#include <thread>

#include "core/garment/placing/placed_garment.h"
#include "tests/core/garment/fitted_pair.h"

using namespace retailor;
using namespace retailor::garment;
using namespace retailor::tests;

namespace {

const SmoothWarp kWorn(3, 8, 3, 0.88);

double foldAt(int x, int y) { return 0.35 * std::sin(x / 17.0) * std::cos(y / 29.0); }

// The worn garment in plain cloth under folds, before a grey wall.
image::Bitmap photoOf(const mask::Mask& worn, double cloth) {
  image::Bitmap photo(worn.size(), 3, image::SampleType::U8);
  for (int y = 0; y < photo.height(); ++y)
    for (int x = 0; x < photo.width(); ++x) {
      const double light = worn.at(x, y) >= 128 ? cloth * std::exp(foldAt(x, y) / 2.2) : 150;
      for (int c = 0; c < 3; ++c) photo.span<std::uint8_t>().pixel(x, y)[c] = static_cast<std::uint8_t>(std::clamp(light, 0.0, 255.0));
    }
  return photo;
}

// A plain garment, so that only light differs.
FittedPair plainPair(const mask::Mask* inFront = nullptr) {
  FittedPair pair = fittedPair(tee(), kWorn, GarmentRow::Upper, inFront);
  GarmentCut plain = *pair.cut;
  for (std::size_t i = 0; i < plain.colour.byteCount(); ++i) plain.colour.bytes()[i] = std::byte{150};
  pair.cut = std::make_shared<const GarmentCut>(std::move(plain));
  return pair;
}

bool warns(const FitWarnings& warnings, FitConcern concern) {
  return std::ranges::any_of(warnings, [&](const FitWarning& one) { return one.concern == concern; });
}

struct Placing {
  FittedPair pair;
  image::Bitmap photo;
  PlacedGarment placed;
};

Placing placing(const FitSettings& settings, double cloth = 140, const mask::Mask* inFront = nullptr) {
  Placing result{plainPair(inFront), {}, {}};
  result.photo = photoOf(result.pair.worn->region, cloth);
  result.placed = *placedGarment(result.photo, *result.pair.cut, *result.pair.worn, sessionOf(result.pair, settings));
  return result;
}

// Correlation of what was drawn with the folds beneath, well inside the garment.
double agreement(const Placing& one) {
  double sumA = 0, sumB = 0, aa = 0, bb = 0, ab = 0, n = 0;
  for (int y = 150; y < 380; ++y)
    for (int x = 170; x < 310; ++x) {
      const int px = x - one.placed.window.x, py = y - one.placed.window.y;
      if (one.placed.coverage.at(px, py) < 255) continue;
      const double a = static_cast<double>(one.placed.picture.view<float>().pixel(px, py)[1]), b = foldAt(x, y);
      sumA += a, sumB += b, aa += a * a, bb += b * b, ab += a * b, ++n;
    }
  const double cov = ab / n - sumA / n * sumB / n;
  return cov / std::sqrt(std::max(1e-12, (aa / n - sumA / n * sumA / n) * (bb / n - sumB / n * sumB / n)));
}

}  // namespace

class TestPlacedGarment : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void foldsOfTheWornClothShadeTheNew();
  void foldsBringTheClothNearerToTheTruth();
  void badgeOnTheOldClothDoesNotShowThrough();
  void withoutFollowingTheClothKeepsItsColour();
  void blackClothIsWarnedOf();
  void whatIsInFrontIsNeverCovered();
  void restIsTheWornGarmentThatNoClothCovers();
  void keptOldClothLeavesNoRest();
  void tenPlacingsAreTheSame();
  void stoppedPlacingEndsEmptyAtOnce();
};

void TestPlacedGarment::foldsOfTheWornClothShadeTheNew() {
  const double follows = agreement(placing({.followFolds = 0.8, .collarCut = false}));
  QVERIFY2(follows > 0.8, qPrintable(QString::number(follows)));
}

// The truth: the new cloth under the folds that were put on the old one.
void TestPlacedGarment::foldsBringTheClothNearerToTheTruth() {
  const auto squaredError = [](const Placing& one) {
    double sum = 0;
    for (int y = 150; y < 380; ++y)
      for (int x = 170; x < 310; ++x) {
        const double truth = 150 * std::exp(foldAt(x, y) / 2.2);
        const float drawn = 255 * one.placed.picture.view<float>().pixel(x - one.placed.window.x, y - one.placed.window.y)[1];
        sum += (truth - static_cast<double>(drawn)) * (truth - static_cast<double>(drawn));
      }
    return sum;
  };
  const double gain = 10 * std::log10(squaredError(placing({.followFolds = 0})) / squaredError(placing({})));
  QVERIFY2(gain >= 5, qPrintable(QString::number(gain)));
}

void TestPlacedGarment::badgeOnTheOldClothDoesNotShowThrough() {
  const Placing plain = placing({});
  image::Bitmap photo = plain.photo;
  for (int y = 210; y < 300; ++y)
    for (int x = 190; x < 280; ++x) {
      std::uint8_t* p = photo.span<std::uint8_t>().pixel(x, y);
      p[0] = static_cast<std::uint8_t>(p[0] / 4), p[2] = static_cast<std::uint8_t>(p[2] * 6 / 5);
    }
  const PlacedGarment badged = *placedGarment(photo, *plain.pair.cut, *plain.pair.worn, sessionOf(plain.pair));
  double off = 0;
  for (int y = 240; y < 270; ++y)
    for (int x = 220; x < 250; ++x) {
      const int px = x - badged.window.x, py = y - badged.window.y;
      off += static_cast<double>(badged.picture.view<float>().pixel(px, py)[1] / plain.placed.picture.view<float>().pixel(px, py)[1]) / 900;
    }
  QVERIFY2(std::abs(off - 1) < 0.05, qPrintable(QString::number(off)));
}

void TestPlacedGarment::withoutFollowingTheClothKeepsItsColour() {
  const Placing one = placing({.followFolds = 0, .collarCut = false});
  const int x = 240 - one.placed.window.x, y = 280 - one.placed.window.y;
  QVERIFY(std::abs(one.placed.picture.view<float>().pixel(x, y)[0] - 150.0f / 255) < 0.01f);
}

void TestPlacedGarment::blackClothIsWarnedOf() {
  QVERIFY(warns(placing({}, 14).placed.warnings, FitConcern::DarkCloth));
  QVERIFY(!warns(placing({}, 140).placed.warnings, FitConcern::DarkCloth));
}

void TestPlacedGarment::whatIsInFrontIsNeverCovered() {
  const mask::Mask hand = mask::rectangleMask(FittedPair::size, {220, 200, 60, 50});
  const Placing one = placing({}, 140, &hand);
  for (int y = 0; y < one.placed.coverage.height(); ++y)
    for (int x = 0; x < one.placed.coverage.width(); ++x) {
      if (hand.at(one.placed.window.x + x, one.placed.window.y + y) < 128) continue;
      QCOMPARE(one.placed.coverage.at(x, y), std::uint8_t{0});
      QCOMPARE(one.placed.rest.at(x, y), std::uint8_t{0});
    }
}

void TestPlacedGarment::restIsTheWornGarmentThatNoClothCovers() {
  const Placing one = placing({});
  for (int y = 0; y < one.placed.coverage.height(); ++y)
    for (int x = 0; x < one.placed.coverage.width(); ++x) {
      const bool worn = one.pair.worn->region.at(one.placed.window.x + x, one.placed.window.y + y) >= 128;
      QCOMPARE(one.placed.rest.at(x, y) == 255, worn && one.placed.coverage.at(x, y) < 255);
    }
}

void TestPlacedGarment::keptOldClothLeavesNoRest() { QVERIFY(placing({.uncovered = Uncovered::KeepOldCloth}).placed.rest.isEmpty()); }

void TestPlacedGarment::tenPlacingsAreTheSame() {
  const Placing first = placing({});
  for (int i = 0; i < 9; ++i) {
    const Placing again = placing({});
    QVERIFY(again.placed.picture == first.placed.picture && again.placed.coverage == first.placed.coverage);
  }
}

void TestPlacedGarment::stoppedPlacingEndsEmptyAtOnce() {
  const FittedPair pair = plainPair();
  std::stop_source stop;
  stop.request_stop();
  const Result<PlacedGarment> placed =
      placedGarment(photoOf(pair.worn->region, 140), *pair.cut, *pair.worn, sessionOf(pair), stop.get_token());
  QVERIFY(placed.ok() && placed->picture.empty());
}

QTEST_GUILESS_MAIN(TestPlacedGarment)
#include "test_placed_garment.moc"
