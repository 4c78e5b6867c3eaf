#include <QtTest>

#include "core/garment/placing/placed_garment.h"
#include "tests/core/garment/fitted_pair.h"

using namespace retailor;
using namespace retailor::garment;
using namespace retailor::tests;

namespace {

const SmoothWarp kWorn(1, 0, 2, 0.8);

FittedPair teeOver(const DrawnGarment& worn, const mask::Mask* region = nullptr) {
  FittedPair pair = fittedPair(tee(), kWorn, GarmentRow::Upper);
  const mask::Mask whole = maskOf(moved(worn, kWorn), FittedPair::size);
  pair.worn = std::make_shared<const WornGarment>(*wornGarment(region ? *region : whole, nullptr));
  return pair;
}

Point personAt(const FitSession& session, Landmark landmark) {
  for (const FitPin& pin : session.pins())
    if (pin.landmark == landmark) return session.personOf(pin);
  return {-1, -1};
}

mask::Mask restOf(const FittedPair& pair, Uncovered rule) {
  const image::Bitmap photo = pictureOf(pair.worn->region, {90, 90, 100}, {80, 85, 100}, {150, 160, 150});
  return placedGarment(photo, *pair.cut, *pair.worn, sessionOf(pair, {.collarCut = false, .uncovered = rule}))->rest;
}

}  // namespace

// A garment put on over one of another cut.
class TestUnlikeGarments : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void shortSleevesEndHighOnLongOnes();
  void hemsMeetWhateverTheSleeves();
  void oldSleevesStayUnlessTheyAreToBeFilled();
  void hemOfAWornGarmentCutByTheFrameLiesBeyondIt();
  void holesInTheRegionAreCovered();
};

void TestUnlikeGarments::shortSleevesEndHighOnLongOnes() {
  const FitSession session = sessionOf(teeOver(jumper()));
  QCOMPARE(session.oldCuffs().size(), std::size_t{2});
  for (const Landmark cuff : {Landmark::CuffOuterLeft, Landmark::CuffOuterRight}) {
    const double worn = kWorn(jumper().landmarks.at(cuff)).y, own = personAt(session, cuff).y;
    QVERIFY2(own < worn - 80, qPrintable(QStringLiteral("%1 above %2").arg(own).arg(worn)));
  }
  QCOMPARE(turnedOver(session.mesh()), 0);
}

void TestUnlikeGarments::hemsMeetWhateverTheSleeves() {
  const FitSession session = sessionOf(teeOver(jumper()));
  for (const Landmark hem : {Landmark::HemLeft, Landmark::HemRight}) {
    const double off = distance(personAt(session, hem), kWorn(jumper().landmarks.at(hem)));
    QVERIFY2(off < 12, qPrintable(QString::number(off)));
  }
}

void TestUnlikeGarments::oldSleevesStayUnlessTheyAreToBeFilled() {
  const FittedPair pair = teeOver(jumper());
  const double kept = restOf(pair, Uncovered::KeepOldSleeves).share(), filled = restOf(pair, Uncovered::Fill).share();
  QVERIFY2(filled > 0.02 && kept < 0.3 * filled, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(filled)));
}

void TestUnlikeGarments::hemOfAWornGarmentCutByTheFrameLiesBeyondIt() {
  const mask::Mask whole = maskOf(moved(tee(), kWorn), FittedPair::size);
  FittedPair pair = teeOver(tee());
  pair.worn = std::make_shared<const WornGarment>(*wornGarment(whole.cropped({0, 0, 480, 330}), nullptr));
  QVERIFY(pair.worn->cutBelow);
  const FitSession session = sessionOf(pair);
  for (const Landmark hem : {Landmark::HemLeft, Landmark::HemRight}) QVERIFY(personAt(session, hem).y > 360);
  for (const Landmark armpit : {Landmark::ArmpitLeft, Landmark::ArmpitRight}) {
    const double off = distance(personAt(session, armpit), kWorn(tee().landmarks.at(armpit)));
    QVERIFY2(off < 15, qPrintable(QString::number(off)));
  }
}

void TestUnlikeGarments::holesInTheRegionAreCovered() {
  mask::Mask region = maskOf(moved(tee(), kWorn), FittedPair::size);
  for (int y = 280; y < 310; ++y) std::fill_n(region.row(y) + 225, 30, std::uint8_t{0});
  const FittedPair pair = teeOver(tee(), &region);
  const image::Bitmap photo = pictureOf(region, {90, 90, 100}, {80, 85, 100}, {150, 160, 150});
  const Result<PlacedGarment> placed = placedGarment(photo, *pair.cut, *pair.worn, sessionOf(pair));
  QVERIFY(placed.ok());
  QCOMPARE(placed->coverage.at(240 - placed->window.x, 295 - placed->window.y), std::uint8_t{255});
}

QTEST_GUILESS_MAIN(TestUnlikeGarments)
#include "test_unlike_garments.moc"
