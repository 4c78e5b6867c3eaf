#include <QtTest>

#include "core/garment/landmarks/garment_landmarks.h"
#include "core/garment/matching/contour_match.h"
#include "tests/core/garment/drawn_garments.h"

using namespace retailor;
using namespace retailor::garment;
using namespace retailor::tests;

namespace {

constexpr image::Size kSize{480, 560};

GarmentRow rowOf(const QString& name) {
  if (name == QLatin1String("tee") || name == QLatin1String("jumper")) return GarmentRow::Upper;
  return name == QLatin1String("trousers") ? GarmentRow::Lower : GarmentRow::Whole;
}

// Neck and waist of a drawn outline lie on corners; the shoulder of a dress lies on a curve, where a few pixels mean nothing.
double tolerance(const DrawnGarment& garment) {
  double top = 1e9, bottom = 0;
  for (const Point& p : garment.outline) top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  return 0.02 * (bottom - top);
}

}  // namespace

class TestLandmarks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void landmarksOfDrawnGarmentsAreFound_data();
  void landmarksOfDrawnGarmentsAreFound();
  void namesAndMirrorsAreTheirOwnInverse();
  void landmarksAreCarriedToABentOutline_data();
  void landmarksAreCarriedToABentOutline();
};

void TestLandmarks::landmarksOfDrawnGarmentsAreFound_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<double>("degrees");
  for (const std::string& name : {std::string("tee"), std::string("jumper"), std::string("trousers"), std::string("dress")})
    for (const double degrees : {-6.0, 0.0, 6.0})
      QTest::addRow("%s turned by %g degrees", name.c_str(), degrees) << QString::fromStdString(name) << degrees;
}

void TestLandmarks::landmarksOfDrawnGarmentsAreFound() {
  QFETCH(QString, name);
  QFETCH(double, degrees);
  const DrawnGarment drawn = moved(garmentNamed(name.toStdString()), SmoothWarp(1, 0, degrees, 0.95));
  const mask::Mask coverage = maskOf(drawn, kSize);
  const ReadOutline read = readOutline(coverage, outlineOf(coverage, 600), rowOf(name), std::nullopt);
  QVERIFY(read.convincing);
  for (const auto& [landmark, place] : drawn.landmarks) {
    QVERIFY(read.landmarks.contains(landmark));
    const double off = distance(read.landmarks.at(landmark), place);
    QVERIFY2(off <= tolerance(drawn),
             qPrintable(QStringLiteral("%1: %2 px").arg(QString::fromUtf8(garment::landmarkKey(landmark).data())).arg(off)));
  }
}

void TestLandmarks::namesAndMirrorsAreTheirOwnInverse() {
  for (std::size_t i = 0; i < landmarkCount; ++i) {
    const auto landmark = static_cast<Landmark>(i);
    QCOMPARE(mirrored(mirrored(landmark)), landmark);
    QCOMPARE(landmarkFromKey(landmarkKey(landmark)), std::optional(landmark));
  }
}

void TestLandmarks::landmarksAreCarriedToABentOutline_data() {
  QTest::addColumn<QString>("name");
  QTest::newRow("tee") << "tee";
  QTest::newRow("trousers") << "trousers";
  QTest::newRow("dress") << "dress";
}

// Random bends of 14 pixels, turns of up to 6 degrees and scales of .75 to .95: at least 85 of 100 landmarks come within 12 pixels.
void TestLandmarks::landmarksAreCarriedToABentOutline() {
  QFETCH(QString, name);
  const DrawnGarment flat = garmentNamed(name.toStdString());
  const Outline source = outlineOf(maskOf(moved(flat, SmoothWarp(1, 0, 0, 1)), kSize), 300);
  int near = 0, all = 0;
  for (const unsigned seed : {1u, 2u, 3u, 4u, 5u, 6u}) {
    const SmoothWarp warp(seed, 14, 6.0 * (static_cast<int>(seed % 3) - 1), 0.75 + 0.04 * (seed % 6));
    const DrawnGarment bent = moved(flat, warp);
    const Outline target = outlineOf(maskOf(bent, kSize), 300);
    const ContourMatch match = matchedContours(source, target);
    for (const auto& [landmark, place] : flat.landmarks) {
      const double off = distance(pointAt(target, targetOf(match, nearestPosition(source, place), target.size())), warp(place));
      near += off <= 12, ++all;
    }
  }
  QVERIFY2(near >= 0.85 * all, qPrintable(QStringLiteral("%1 of %2").arg(near).arg(all)));
}

QTEST_GUILESS_MAIN(TestLandmarks)
#include "test_landmarks.moc"
