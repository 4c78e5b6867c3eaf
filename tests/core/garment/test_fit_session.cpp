#include <QtTest>

#include "tests/core/garment/fitted_pair.h"

using namespace retailor;
using namespace retailor::garment;
using namespace retailor::tests;

namespace {

const SmoothWarp kSimilarity(1, 0, 4, 0.85, {6, -4});

std::size_t pinAt(const FitSession& session, Landmark landmark) {
  for (std::size_t i = 0; i < session.pins().size(); ++i)
    if (session.pins()[i].landmark == landmark) return i;
  return session.pins().size();
}

}  // namespace

class TestFitSession : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void similarityIsFoundAgain();
  void truePinsLeaveNoError();
  void bentGarmentsAreFollowed_data();
  void bentGarmentsAreFollowed();
  void draggedPinTakesTheClothAlong();
  void movingAHemLeavesTheShoulders();
  void outlineGivesWayToADraggedPin_data();
  void outlineGivesWayToADraggedPin();
  void meshNeverFoldsOver();
  void crossingPinsAreRefused();
  void savedPinsGiveTheSameMesh();
  void addedPinHoldsAndCanBeRemoved();
  void resetGoesBackToTheAutomaticFit();
  void resetPinGoesBackAlone();
  void copySettlesByItself();
  void longerGarmentIsWarnedOf();
  void tinyAndEmptyRegionsAreRefused();
  void regionInTwoPiecesIsJoinedOrWarnedOf();
};

void TestFitSession::similarityIsFoundAgain() {
  const FittedPair pair = fittedPair(tee(), kSimilarity, GarmentRow::Upper);
  const FitSession session = sessionOf(pair);
  const double off = meshError(session.mesh(), kSimilarity);
  QVERIFY2(off < 3, qPrintable(QString::number(off)));
  QCOMPARE(turnedOver(session.mesh()), 0);
}

void TestFitSession::truePinsLeaveNoError() {
  const auto stay = [](Point p) { return p; };
  const auto farthest = [](const auto& move) {
    const FittedPair pair = exactPair(tee(), move, GarmentRow::Upper);
    FitSession session = sessionOf(pair);
    FitSettings settings{.collarCut = false};
    for (FitPin pin : session.pins()) {
      const Point truth = move(session.garmentOf(pin));
      pin.person = {truth.x / FittedPair::size.width, truth.y / FittedPair::size.height};
      settings.pins.push_back(pin);
    }
    session = sessionOf(pair, settings);
    double most = 0;
    for (std::size_t i = 0; i < session.mesh().rest.size(); ++i)
      most = std::max(most, distance(session.mesh().placed[i], move(session.mesh().rest[i])));
    return most;
  };
  QVERIFY2(farthest(stay) < 0.5, qPrintable(QString::number(farthest(stay))));
  QVERIFY2(farthest(kSimilarity) < 1, qPrintable(QString::number(farthest(kSimilarity))));
}

void TestFitSession::bentGarmentsAreFollowed_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<unsigned>("seed");
  for (const QString& name : {QStringLiteral("tee"), QStringLiteral("trousers"), QStringLiteral("dress")})
    for (const unsigned seed : {1u, 2u, 3u}) QTest::newRow(qPrintable(QStringLiteral("%1, bend %2").arg(name).arg(seed))) << name << seed;
}

// Bends that the outline tells of only in part: 14 pixels, turned by up to six degrees.
void TestFitSession::bentGarmentsAreFollowed() {
  QFETCH(QString, name);
  QFETCH(unsigned, seed);
  const SmoothWarp warp(seed, 14, 6.0 * (static_cast<int>(seed) - 2), 0.75 + 0.1 * (seed - 1));
  const DrawnGarment drawn = garmentNamed(name.toStdString());
  const FittedPair pair = fittedPair(drawn, warp, rowOf(drawn));
  const FitSession session = sessionOf(pair);
  const double fitted = meshError(session.mesh(), warp), pasted = boxError(pair, session.mesh(), warp);
  QVERIFY2(fitted <= 12 && fitted <= 0.75 * pasted, qPrintable(QStringLiteral("%1 against %2 pasted").arg(fitted).arg(pasted)));
}

void TestFitSession::draggedPinTakesTheClothAlong() {
  FitSession session = sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper));
  const std::size_t pin = pinAt(session, Landmark::HemRight);
  const Point goal = session.personOf(session.pins()[pin]) + Point{25, 30};
  session.movePin(pin, goal);
  session.settle();
  QVERIFY(distance(session.personOf(session.pins()[pin]), goal) < 1e-6);
  double nearest = 1e9;
  for (const Point& p : session.mesh().placed) nearest = std::min(nearest, distance(p, goal));
  QVERIFY2(nearest <= 1.5, qPrintable(QString::number(nearest)));
}

void TestFitSession::movingAHemLeavesTheShoulders() {
  FitSession session = sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper));
  const FitMesh before = session.mesh();
  const std::size_t pin = pinAt(session, Landmark::HemRight);
  session.movePin(pin, session.personOf(session.pins()[pin]) + Point{20, 56});
  session.settle();
  double most = 0;
  for (std::size_t i = 0; i < before.rest.size(); ++i)
    if (before.rest[i].y < 90) most = std::max(most, distance(before.placed[i], session.mesh().placed[i]));
  QVERIFY2(most <= 3, qPrintable(QString::number(most)));
}

void TestFitSession::outlineGivesWayToADraggedPin_data() {
  QTest::addColumn<int>("landmark");
  QTest::addColumn<double>("x");
  QTest::addColumn<double>("y");
  const auto row = [](const char* name, Landmark landmark, double x, double y) {
    QTest::newRow(name) << static_cast<int>(landmark) << x << y;
  };
  row("deeper neckline", Landmark::NeckBottom, 0, 50);
  row("higher neckline", Landmark::NeckBottom, 0, -20);
  row("shorter at one side", Landmark::HemLeft, 10, -70);
  row("longer at one side", Landmark::HemLeft, -10, 70);
  row("narrower shoulder", Landmark::ShoulderRight, -25, 5);
}

// As a hand moves: a few pixels at a time.
void TestFitSession::outlineGivesWayToADraggedPin() {
  QFETCH(int, landmark);
  QFETCH(double, x);
  QFETCH(double, y);
  FitSession session = sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper));
  const std::size_t pin = pinAt(session, static_cast<Landmark>(landmark));
  const Point from = session.personOf(session.pins()[pin]), goal = from + Point{x, y};
  for (int step = 1; step <= 16; ++step) session.movePin(pin, between(from, goal, step / 16.0));
  const double held = distance(session.personOf(session.pins()[pin]), goal);
  session.settle();
  const double settled = distance(session.personOf(session.pins()[pin]), goal);
  QVERIFY2(held < 1 && settled < 1, qPrintable(QStringLiteral("%1 px short, settled %2").arg(held).arg(settled)));
  QCOMPARE(turnedOver(session.mesh()), 0);
}

void TestFitSession::meshNeverFoldsOver() {
  FitSession session = sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper));
  const std::size_t pin = pinAt(session, Landmark::HemRight);
  for (const Point goal : {Point{-300, 200}, Point{240, -100}, Point{900, 900}, Point{20, 20}}) {
    session.movePin(pin, goal);
    QCOMPARE(turnedOver(session.mesh()), 0);
    session.settle();
    QCOMPARE(turnedOver(session.mesh()), 0);
  }
}

void TestFitSession::crossingPinsAreRefused() {
  const FittedPair pair = fittedPair(tee(), kSimilarity, GarmentRow::Upper);
  FitSettings settings{.collarCut = false};
  settings.pins = sessionOf(pair).pins();
  std::swap(settings.pins.front().person, settings.pins[7].person);
  std::swap(settings.pins[3].person, settings.pins[10].person);
  const Result<FitSession> session = FitSession::begin(pair.cut, pair.worn, settings);
  QVERIFY(!session.ok());
  QCOMPARE(session.failure().kind, FailureKind::BadInput);
}

void TestFitSession::savedPinsGiveTheSameMesh() {
  const FittedPair pair = fittedPair(tee(), kSimilarity, GarmentRow::Upper);
  FitSession session = sessionOf(pair);
  session.movePin(pinAt(session, Landmark::CuffOuterLeft), {60, 200});
  session.movePin(pinAt(session, Landmark::CuffOuterLeft), {50, 215});
  session.settle();
  const FitSession again = sessionOf(pair, session.settings());
  QCOMPARE(again.mesh().placed.size(), session.mesh().placed.size());
  for (std::size_t i = 0; i < again.mesh().placed.size(); ++i) QVERIFY(distance(again.mesh().placed[i], session.mesh().placed[i]) < 1e-6);
}

void TestFitSession::addedPinHoldsAndCanBeRemoved() {
  FitSession session = sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper));
  const std::size_t before = session.pins().size();
  QVERIFY(!session.addPin({5, 5}).has_value());
  const std::optional<std::size_t> pin = session.addPin({240, 300});
  QVERIFY(pin.has_value());
  session.movePin(*pin, {250, 306});
  session.settle();
  QVERIFY(distance(session.personOf(session.pins()[*pin]), {250, 306}) < 1e-6);
  QCOMPARE(session.settings().pins.size(), before + 1);
  session.removePin(*pin);
  QCOMPARE(session.pins().size(), before);
}

void TestFitSession::resetGoesBackToTheAutomaticFit() {
  FitSession session = sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper));
  const std::vector<Point> automatic = session.mesh().placed;
  session.movePin(pinAt(session, Landmark::HemLeft), {120, 480});
  session.settle();
  QVERIFY(session.mesh().placed != automatic);
  session.resetPins();
  session.settle();
  QVERIFY(session.mesh().placed == automatic);
  QVERIFY(session.settings().pins.empty());
}

void TestFitSession::resetPinGoesBackAlone() {
  FitSession session = sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper));
  const std::size_t left = pinAt(session, Landmark::HemLeft), right = pinAt(session, Landmark::HemRight);
  const FitPin automatic = session.pins()[left];
  for (const std::size_t pin : {left, right}) session.movePin(pin, session.personOf(session.pins()[pin]) + Point{12, 25});
  session.settle();
  const FitPin moved = session.pins()[right];
  QVERIFY(!session.atAutomaticPlace(left) && session.atAutomaticPlace(pinAt(session, Landmark::NeckLeft)));
  session.resetPin(left);
  session.settle();
  QVERIFY(session.atAutomaticPlace(left));
  QCOMPARE(session.pins()[left], automatic);
  QCOMPARE(session.pins()[right], moved);
  session.resetPin(right);
  QVERIFY(session.settings().pins.empty());
}

// As a window settles it: the fit goes on being dragged meanwhile.
void TestFitSession::copySettlesByItself() {
  FitSession session = sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper));
  const std::size_t pin = pinAt(session, Landmark::HemLeft);
  session.movePin(pin, {120, 480});
  FitSession copy = session.copy();
  const std::vector<Point> dragged = session.mesh().placed;
  copy.settle();
  QVERIFY(session.mesh().placed == dragged);
  session.settle();
  QVERIFY(session.mesh().placed == copy.mesh().placed && session.mesh().placed != dragged);
}

void TestFitSession::longerGarmentIsWarnedOf() {
  const auto shorter = [](Point p) { return Point{p.x, p.y < 200 ? p.y : 200 + 0.45 * (p.y - 200)}; };
  const auto longer = [](const FitSession& session) {
    return std::ranges::any_of(session.warnings(), [](const FitWarning& one) { return one.concern == FitConcern::HemLonger; });
  };
  QVERIFY(longer(sessionOf(fittedPair(tee(), shorter, GarmentRow::Upper))));
  QVERIFY(!longer(sessionOf(fittedPair(tee(), kSimilarity, GarmentRow::Upper))));
}

void TestFitSession::tinyAndEmptyRegionsAreRefused() {
  mask::Mask tiny = mask::rectangleMask(FittedPair::size, {10, 10, 12, 9});
  for (const mask::Mask& region : {mask::Mask(FittedPair::size), tiny}) {
    const Result<WornGarment> worn = wornGarment(region, nullptr);
    QVERIFY(!worn.ok());
    QCOMPARE(worn.failure().kind, FailureKind::BadInput);
  }
}

void TestFitSession::regionInTwoPiecesIsJoinedOrWarnedOf() {
  mask::Mask region = maskOf(moved(tee(), kSimilarity), FittedPair::size);
  for (int y = 300; y < 312; ++y) std::fill_n(region.row(y), region.width(), std::uint8_t{0});
  const Result<WornGarment> joined = wornGarment(region, nullptr);
  QVERIFY(joined.ok());
  double top = 1e9, bottom = 0;
  for (const Point& p : joined->outline) top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  QVERIFY(bottom - top > 380);
  const auto inPieces = [](const FitWarning& one) { return one.concern == FitConcern::Pieces; };
  QVERIFY(std::ranges::any_of(joined->warnings, inPieces));
  QVERIFY(std::ranges::none_of(wornGarment(maskOf(moved(tee(), kSimilarity), FittedPair::size), nullptr)->warnings, inPieces));
}

QTEST_GUILESS_MAIN(TestFitSession)
#include "test_fit_session.moc"
