#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QtTest>

#include "core/document/edits/change_mask_edit.h"
#include "tests/ui/fitting/fitting_bench.h"
#include "ui/fitting/fit_words.h"

using namespace retailor;
using namespace retailor::ui;
using completion::BodyRegion;
using document::PaintTarget;
using garment::Landmark;
using Step = GarmentFitting::Step;

namespace {

[[maybe_unused]] const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

}  // namespace

class TestGarmentFitting : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void everyLandmarkHasANameOfItsOwn();
  void aMarkedGarmentGoesStraightToThePins();
  void anUnmarkedOneIsAskedForFirst();
  void oneClickProposesTheWornGarment();
  void theBrushCorrectsTheRegionNotTheMask();
  void moreClicksGoOnUntilDone();
  void theMaskCanBecomeTheWornGarment();
  void slidersMergeAndAreUndone();
  void flippingTwiceIsNoFlip();
  void theClothIsShownLitAfterAWhile();
  void choosingAToolEndsFitting();
  void doNotFitTakesTheFitAway();
  void theFocusGoesBackToTheCanvas_data();
  void theFocusGoesBackToTheCanvas();
  void anotherDocumentEndsFitting();
};

void TestGarmentFitting::everyLandmarkHasANameOfItsOwn() {
  QSet<QString> names;
  for (std::size_t i = 0; i < garment::landmarkCount; ++i) names << landmarkName(static_cast<garment::Landmark>(i));
  QCOMPARE(names.size(), qsizetype(garment::landmarkCount));
  QVERIFY(!names.contains(QString()));
}

void TestGarmentFitting::aMarkedGarmentGoesStraightToThePins() {
  tests::FittingBench bench(true);
  bench.begin();
  QVERIFY(bench.fitting.step() == Step::Pins);
  QVERIFY(bench.top().fit.has_value());
  QVERIFY(bench.fit().cut().kind == garment::GarmentKind::Sleeved);
  // The mesh lies where the worn top is.
  const QRectF area = bench.fit().area(), worn(75, 95, 150, 165);
  QVERIFY2(std::abs(area.center().x() - worn.center().x()) < 12 && std::abs(area.width() - worn.width()) < 30,
           "the mesh is beside the worn garment");
}

void TestGarmentFitting::anUnmarkedOneIsAskedForFirst() {
  tests::FittingBench bench(false);
  bench.fitting.fit(1);
  QVERIFY(bench.fitting.step() == Step::Click);
  QVERIFY(bench.part<QLabel>("fitText")->text().contains(QStringLiteral("Click")));
  QVERIFY(!bench.part<QPushButton>("fitUseMask")->isVisibleTo(bench.fitting.guide()));
  bench.part<QPushButton>("fitCancel")->click();
  QVERIFY(bench.fitting.step() == Step::None);
}

void TestGarmentFitting::oneClickProposesTheWornGarment() {
  tests::FittingBench bench(false);
  bench.fitting.fit(1);
  QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 180}));
  QTRY_VERIFY_WITH_TIMEOUT(bench.fitting.step() == Step::Correct, 120'000);
  const auto region = document::markedIn(bench.document().state().regions, PaintTarget::wornAt(BodyRegion::UpperClothes));
  const mask::Mask worn = tests::wornTop();
  int both = 0, either = 0;
  for (int y = 0; y < worn.height(); ++y)
    for (int x = 0; x < worn.width(); ++x) {
      both += region->at(x, y) >= 128 && worn.at(x, y) >= 128;
      either += region->at(x, y) >= 128 || worn.at(x, y) >= 128;
    }
  QVERIFY2(both > 0.9 * either, qPrintable(QStringLiteral("overlap %1 of %2").arg(both).arg(either)));
  bench.part<QPushButton>("fitDone")->click();
  QVERIFY(bench.fitting.step() == Step::Pins);
}

void TestGarmentFitting::moreClicksGoOnUntilDone() {
  tests::FittingBench bench(false);
  bench.fitting.fit(1);
  QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 180}));
  QTRY_VERIFY_WITH_TIMEOUT(bench.fitting.step() == Step::Correct, 120'000);
  bench.part<QPushButton>("fitClick")->click();
  for (const QPointF at : {QPointF(150, 20), QPointF(20, 200)}) {
    QTest::mouseClick(&bench.canvas, Qt::LeftButton, Qt::AltModifier, bench.view(at));
    QVERIFY(bench.tools.work().busy());
    QTRY_VERIFY_WITH_TIMEOUT(!bench.tools.work().busy(), 120'000);
    QVERIFY(bench.fitting.step() == Step::Click);
  }
  bench.part<QPushButton>("fitDone")->click();
  QVERIFY(bench.fitting.step() == Step::Pins);
}

void TestGarmentFitting::theBrushCorrectsTheRegionNotTheMask() {
  tests::FittingBench bench(true);
  bench.begin();
  bench.part<QPushButton>("fitMark")->click();
  QVERIFY(bench.fitting.step() == Step::Correct);
  bench.table.action(QStringLiteral("tool_eraser"))->trigger();
  QVERIFY(bench.fitting.step() == Step::Correct);
  const auto top = PaintTarget::wornAt(BodyRegion::UpperClothes);
  QCOMPARE(bench.document().coverage(top).at(150, 200), 255);
  QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 200}));
  QCOMPARE(bench.document().coverage(top).at(150, 200), 0);
  QVERIFY(bench.document().mask().isEmpty());
  bench.document().undoStack().undo();
  QCOMPARE(bench.document().coverage(top).at(150, 200), 255);
  bench.part<QPushButton>("fitDone")->click();
  QVERIFY(bench.fitting.step() == Step::Pins);
  QVERIFY(bench.tools.settings().target().isMask());
}

void TestGarmentFitting::theMaskCanBecomeTheWornGarment() {
  tests::FittingBench bench(false);
  bench.document().undoStack().push(new document::ChangeMaskEdit(bench.document(), tests::wornTop(), QStringLiteral("Lasso")));
  bench.fitting.fit(1);
  const int before = bench.steps();
  bench.part<QPushButton>("fitUseMask")->click();
  QCOMPARE(bench.steps(), before + 1);
  QVERIFY(bench.document().mask().isEmpty());
  QVERIFY(bench.document().coverage(PaintTarget::wornAt(BodyRegion::UpperClothes)) == tests::wornTop());
  bench.document().undoStack().undo();
  QVERIFY(bench.document().mask() == tests::wornTop());
}

void TestGarmentFitting::theFocusGoesBackToTheCanvas_data() {
  QTest::addColumn<QString>("from");
  QTest::newRow("guide") << QStringLiteral("fitDone");
  QTest::newRow("panel") << QStringLiteral("fitFlip");
}

void TestGarmentFitting::theFocusGoesBackToTheCanvas() {
  QFETCH(QString, from);
  tests::FittingBench bench(true);
  bench.begin();
  bench.canvas.findChild<QPushButton*>(from)->setFocus();
  bench.fitting.finish();
  QCOMPARE(bench.canvas.focusWidget(), &bench.canvas);
}

void TestGarmentFitting::slidersMergeAndAreUndone() {
  tests::FittingBench bench(true);
  bench.begin();
  const int before = bench.steps();
  auto* folds = bench.part<QWidget>("fitFolds")->findChild<QSlider*>();
  for (const int percent : {70, 50, 30}) folds->setValue(percent);
  QCOMPARE(bench.top().fit->followFolds, 0.3);
  QCOMPARE(bench.steps(), before + 1);
  bench.part<QWidget>("fitLooseness")->findChild<QSlider*>()->setValue(40);
  QCOMPARE(bench.steps(), before + 2);
  bench.document().undoStack().undo();
  bench.document().undoStack().undo();
  QCOMPARE(folds->value(), 80);
  QCOMPARE(bench.fit().settings(), *bench.top().fit);
}

void TestGarmentFitting::flippingTwiceIsNoFlip() {
  tests::FittingBench bench(true);
  bench.begin();
  bench.dragPin(Landmark::HemLeft, {-20, 30});
  const garment::FitSettings once = *bench.top().fit;
  QVERIFY(turnedOver(once).flipped);
  QCOMPARE(turnedOver(turnedOver(once)), once);
  bench.part<QPushButton>("fitFlip")->click();
  QTRY_VERIFY_WITH_TIMEOUT(bench.top().fit->flipped, 120'000);
  QTRY_VERIFY_WITH_TIMEOUT(bench.ready() && bench.fit().cut().flipped, 120'000);
}

void TestGarmentFitting::theClothIsShownLitAfterAWhile() {
  tests::FittingBench bench(true);
  bench.begin();
  QTRY_VERIFY_WITH_TIMEOUT(bench.fit().look(1).lit, 120'000);
  const QColor shown = bench.canvas.grab().toImage().pixelColor(bench.view({150, 235}));
  QVERIFY2(shown.red() > shown.blue() + 40, qPrintable(shown.name()));  // the red top over the blue one
}

void TestGarmentFitting::choosingAToolEndsFitting() {
  tests::FittingBench bench(true);
  bench.begin();
  bench.table.action(QStringLiteral("tool_brush"))->trigger();
  QVERIFY(bench.fitting.step() == Step::None);
  QVERIFY(!bench.canvas.guest());
  QVERIFY(bench.top().fit.has_value());
}

void TestGarmentFitting::doNotFitTakesTheFitAway() {
  tests::FittingBench bench(true);
  bench.begin();
  bench.part<QPushButton>("fitUnfit")->click();
  QVERIFY(!bench.top().fit);
  QVERIFY(bench.fitting.step() == Step::None);
  bench.document().undoStack().undo();
  QVERIFY(bench.top().fit.has_value());
}

void TestGarmentFitting::anotherDocumentEndsFitting() {
  tests::FittingBench bench(true);
  bench.begin();
  bench.open.replace(tests::dressing(false), {}, {});
  QVERIFY(bench.fitting.step() == Step::None);
  QVERIFY(!bench.fit().ready());
  bench.open.replace(nullptr, {}, {});
}

QTEST_MAIN(TestGarmentFitting)
#include "test_garment_fitting.moc"
