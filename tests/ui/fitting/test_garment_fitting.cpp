#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineF>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QtTest>

#include "core/document/edits/change_mask_edit.h"
#include "tests/ui/fitting/drawn_clothes.h"
#include "ui/canvas/canvas_view.h"
#include "ui/fitting/fit_words.h"
#include "ui/fitting/garment_fitting.h"
#include "ui/tools/tool_box.h"

using namespace retailor;
using namespace retailor::ui;
using completion::BodyRegion;
using document::PaintTarget;
using garment::Landmark;
using Step = GarmentFitting::Step;

namespace {

[[maybe_unused]] const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

// Canvas, tools and fitting as the window puts them together.
struct Bench {
  explicit Bench(bool marked) : canvas(open), tools(open, canvas, table), fitting(open, canvas, tools) {
    canvas.resize(620, 860);
    open.replace(tests::dressing(marked), {}, {});
    canvas.show();
    fitting.guide()->setParent(&canvas);
    fitting.panel()->setParent(&canvas);
    QTRY_VERIFY(canvas.settled());
  }

  document::Document& document() { return *open.document(); }
  const completion::TaggedReference& top() { return document().state().references.front().tagged; }
  int steps() { return document().undoStack().index(); }
  void begin() {
    fitting.fit(1);
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 20'000);
  }
  bool ready() { return fitting.current().ready() && !fitting.current().busy(); }
  CurrentFit& fit() { return fitting.current(); }
  QPoint view(QPointF photo) { return canvas.zoomPan().toView(photo).toPoint(); }
  std::size_t pin(Landmark landmark) {
    const auto& pins = fit().pins();
    return static_cast<std::size_t>(std::ranges::find(pins, std::optional(landmark), &garment::FitPin::landmark) - pins.begin());
  }
  QPointF place(Landmark landmark) { return fit().pinAt(pin(landmark)); }
  void dragPin(Landmark landmark, QPointF by, Qt::KeyboardModifiers keys = {}) {
    const QPointF from = place(landmark);
    QTest::mousePress(&canvas, Qt::LeftButton, keys, view(from));
    for (const double share : {0.3, 0.6, 1.0}) QTest::mouseMove(&canvas, view(from + share * by));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, view(from + by));
  }
  template <class T>
  T* part(const char* name) {
    return canvas.findChild<T*>(QString::fromLatin1(name));
  }

  OpenDocument open;
  CanvasView canvas;
  ActionTable table;
  ToolBox tools;
  GarmentFitting fitting;
};

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
  void draggingAPinIsOneStepAndUndoPutsItBack();
  void shiftTakesTheOtherEndOfACuffAlong_data();
  void shiftTakesTheOtherEndOfACuffAlong();
  void aDoubleClickAddsAPinAndDeleteRemovesIt();
  void tabGoesFromPinToPinAndArrowsMoveIt();
  void slidersMergeAndAreUndone();
  void backToTheAutomaticFitTakesAllPinsAway();
  void resettingAPinPutsItAloneBack_data();
  void resettingAPinPutsItAloneBack();
  void theLastPinResetIsTheAutomaticFit();
  void anAddedPinThatIsResetGoes();
  void aPinsMenuResetsAndRemoves();
  void aPinLetGoComesToRestAsItIsSaved();
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
  Bench bench(true);
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
  Bench bench(false);
  bench.fitting.fit(1);
  QVERIFY(bench.fitting.step() == Step::Click);
  QVERIFY(bench.part<QLabel>("fitText")->text().contains(QStringLiteral("Click")));
  QVERIFY(!bench.part<QPushButton>("fitUseMask")->isVisibleTo(bench.fitting.guide()));
  bench.part<QPushButton>("fitCancel")->click();
  QVERIFY(bench.fitting.step() == Step::None);
}

void TestGarmentFitting::oneClickProposesTheWornGarment() {
  Bench bench(false);
  bench.fitting.fit(1);
  QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 180}));
  QTRY_VERIFY_WITH_TIMEOUT(bench.fitting.step() == Step::Correct, 20'000);
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
  Bench bench(false);
  bench.fitting.fit(1);
  QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 180}));
  QTRY_VERIFY_WITH_TIMEOUT(bench.fitting.step() == Step::Correct, 20'000);
  bench.part<QPushButton>("fitClick")->click();
  for (const QPointF at : {QPointF(150, 20), QPointF(20, 200)}) {
    QTest::mouseClick(&bench.canvas, Qt::LeftButton, Qt::AltModifier, bench.view(at));
    QVERIFY(bench.tools.work().busy());
    QTRY_VERIFY_WITH_TIMEOUT(!bench.tools.work().busy(), 20'000);
    QVERIFY(bench.fitting.step() == Step::Click);
  }
  bench.part<QPushButton>("fitDone")->click();
  QVERIFY(bench.fitting.step() == Step::Pins);
}

void TestGarmentFitting::theBrushCorrectsTheRegionNotTheMask() {
  Bench bench(true);
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
  Bench bench(false);
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

void TestGarmentFitting::draggingAPinIsOneStepAndUndoPutsItBack() {
  Bench bench(true);
  bench.begin();
  const int before = bench.steps();
  const QPointF hem = bench.fit().pinAt(bench.pin(Landmark::HemLeft));
  bench.dragPin(Landmark::HemLeft, {-20, 40});
  QCOMPARE(bench.steps(), before + 1);
  QVERIFY(!bench.top().fit->pins.empty());
  const QPointF moved = bench.fit().pinAt(bench.pin(Landmark::HemLeft));
  QVERIFY2(QLineF(moved, hem + QPointF(-20, 40)).length() < 12, qPrintable(QStringLiteral("%1 %2").arg(moved.x()).arg(moved.y())));
  bench.document().undoStack().undo();
  QVERIFY(bench.top().fit->pins.empty());
  QTRY_VERIFY(bench.ready());
  QVERIFY(QLineF(bench.fit().pinAt(bench.pin(Landmark::HemLeft)), hem).length() < 1);
}

void TestGarmentFitting::shiftTakesTheOtherEndOfACuffAlong_data() {
  QTest::addColumn<Qt::KeyboardModifiers>("keys");
  QTest::addColumn<bool>("along");
  QTest::newRow("with Shift") << Qt::KeyboardModifiers(Qt::ShiftModifier) << true;
  QTest::newRow("without") << Qt::KeyboardModifiers() << false;
}

void TestGarmentFitting::shiftTakesTheOtherEndOfACuffAlong() {
  QFETCH(Qt::KeyboardModifiers, keys);
  QFETCH(bool, along);
  Bench bench(true);
  bench.begin();
  const QPointF outer = bench.place(Landmark::CuffOuterLeft), inner = bench.place(Landmark::CuffInnerLeft);
  bench.dragPin(Landmark::CuffOuterLeft, {-4, 14}, keys);
  QVERIFY(QLineF(bench.place(Landmark::CuffOuterLeft), outer).length() > 4);
  const double moved = QLineF(bench.place(Landmark::CuffInnerLeft), inner).length();
  QVERIFY2(along ? moved > 4 : moved < 0.01, qPrintable(QString::number(moved)));
  const int steps = bench.steps();
  bench.document().undoStack().undo();
  QCOMPARE(bench.steps(), steps - 1);
  QTRY_VERIFY(QLineF(bench.place(Landmark::CuffInnerLeft), inner).length() < 0.01);
}

void TestGarmentFitting::theFocusGoesBackToTheCanvas_data() {
  QTest::addColumn<QString>("from");
  QTest::newRow("guide") << QStringLiteral("fitDone");
  QTest::newRow("panel") << QStringLiteral("fitFlip");
}

void TestGarmentFitting::theFocusGoesBackToTheCanvas() {
  QFETCH(QString, from);
  Bench bench(true);
  bench.begin();
  bench.canvas.findChild<QPushButton*>(from)->setFocus();
  bench.fitting.finish();
  QCOMPARE(bench.canvas.focusWidget(), &bench.canvas);
}

void TestGarmentFitting::aDoubleClickAddsAPinAndDeleteRemovesIt() {
  Bench bench(true);
  bench.begin();
  const std::size_t before = bench.fit().pins().size();
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 190}));
  QCOMPARE(bench.fit().pins().size(), before + 1);
  QVERIFY(bench.fitting.handles().currentPin().has_value());
  QVERIFY(!bench.fit().pins()[*bench.fitting.handles().currentPin()].landmark);
  QTest::keyClick(&bench.canvas, Qt::Key_Delete);
  QCOMPARE(bench.fit().pins().size(), before);
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, bench.view({20, 20}));  // beside the cloth
  QCOMPARE(bench.fit().pins().size(), before);
}

void TestGarmentFitting::tabGoesFromPinToPinAndArrowsMoveIt() {
  Bench bench(true);
  bench.begin();
  QVERIFY(bench.canvas.stepToolFocus(true));
  QCOMPARE(bench.fitting.handles().currentPin(), std::optional<std::size_t>(0));
  QVERIFY(bench.canvas.stepToolFocus(true));
  const QPointF at = bench.fit().pinAt(1);
  const int before = bench.steps();
  QTest::keyClick(&bench.canvas, Qt::Key_Up, Qt::ShiftModifier);
  QTest::keyClick(&bench.canvas, Qt::Key_Up, Qt::ShiftModifier);
  QCOMPARE(bench.steps(), before + 1);
  QVERIFY(bench.fit().pinAt(1).y() < at.y() - 12);
  for (std::size_t i = 2; i < bench.fit().pins().size(); ++i) QVERIFY(bench.canvas.stepToolFocus(true));
  QVERIFY(!bench.canvas.stepToolFocus(true));  // past the last: the focus may leave
}

void TestGarmentFitting::slidersMergeAndAreUndone() {
  Bench bench(true);
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

void TestGarmentFitting::backToTheAutomaticFitTakesAllPinsAway() {
  Bench bench(true);
  bench.begin();
  auto* automatic = bench.part<QPushButton>("fitAutomatic");
  QVERIFY(!automatic->isEnabled());
  const QPointF hem = bench.fit().pinAt(bench.pin(Landmark::HemLeft));
  bench.dragPin(Landmark::HemLeft, {-20, 30});
  QVERIFY(automatic->isEnabled());
  automatic->click();
  QVERIFY(bench.top().fit->pins.empty());
  QVERIFY(QLineF(bench.fit().pinAt(bench.pin(Landmark::HemLeft)), hem).length() < 1);
}

void TestGarmentFitting::resettingAPinPutsItAloneBack_data() {
  QTest::addColumn<bool>("byButton");
  QTest::newRow("by a double click") << false;
  QTest::newRow("by the button") << true;
}

void TestGarmentFitting::resettingAPinPutsItAloneBack() {
  QFETCH(bool, byButton);
  Bench bench(true);
  bench.begin();
  auto* button = bench.part<QToolButton>("fitResetPin");
  const QPointF left = bench.place(Landmark::HemLeft), right = bench.place(Landmark::HemRight);
  bench.fitting.handles().setCurrentPin(bench.pin(Landmark::HemRight));
  QVERIFY(!button->isEnabled());
  bench.dragPin(Landmark::HemLeft, {-20, 30});
  bench.dragPin(Landmark::HemRight, {15, 25});
  QVERIFY(button->isEnabled());
  const int before = bench.steps();
  const QPointF moved = bench.place(Landmark::HemLeft);
  if (byButton)
    button->click();
  else
    QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, bench.view(bench.place(Landmark::HemRight)));
  QCOMPARE(bench.steps(), before + 1);
  QVERIFY(QLineF(bench.place(Landmark::HemRight), right).length() < 0.01);
  QVERIFY(QLineF(bench.place(Landmark::HemLeft), moved).length() < 0.01 && QLineF(moved, left).length() > 10);
  QVERIFY(!button->isEnabled());
  bench.document().undoStack().undo();
  QTRY_VERIFY(QLineF(bench.place(Landmark::HemRight), right).length() > 10);
}

void TestGarmentFitting::theLastPinResetIsTheAutomaticFit() {
  Bench bench(true);
  bench.begin();
  bench.dragPin(Landmark::HemLeft, {-20, 30});
  QVERIFY(!bench.top().fit->pins.empty());
  bench.part<QToolButton>("fitResetPin")->click();
  QVERIFY(bench.top().fit->pins.empty());
}

void TestGarmentFitting::anAddedPinThatIsResetGoes() {
  Bench bench(true);
  bench.begin();
  const std::size_t before = bench.fit().pins().size();
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 190}));
  QCOMPARE(bench.fit().pins().size(), before + 1);
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 190}));
  QCOMPARE(bench.fit().pins().size(), before);
}

void TestGarmentFitting::aPinsMenuResetsAndRemoves() {
  Bench bench(true);
  bench.begin();
  const QPointF hem = bench.place(Landmark::HemLeft);
  bench.dragPin(Landmark::HemLeft, {-20, 30});
  const auto choose = [&](qsizetype item) {
    QTest::mouseClick(&bench.canvas, Qt::RightButton, {}, bench.view(bench.place(Landmark::HemLeft)));
    auto* menu = bench.part<QMenu>("fitPinMenu");
    QVERIFY(menu && menu->actions().size() == 2);
    menu->actions()[item]->trigger();
    menu->close();
    QTRY_VERIFY(!bench.part<QMenu>("fitPinMenu"));
  };
  choose(0);
  QVERIFY(QLineF(bench.place(Landmark::HemLeft), hem).length() < 0.01);
  const std::size_t before = bench.fit().pins().size();
  choose(1);
  QCOMPARE(bench.fit().pins().size(), before - 1);
  QCOMPARE(bench.pin(Landmark::HemLeft), before - 1);  // that is: not there
}

void TestGarmentFitting::aPinLetGoComesToRestAsItIsSaved() {
  Bench bench(true);
  bench.begin();
  bench.dragPin(Landmark::CuffOuterLeft, {-4, 14});
  const auto again = startedFit(bench.document().state(), 1, {});
  QVERIFY(again.ok());
  QTRY_VERIFY(bench.fit().mesh().placed == again->session.mesh().placed);
}

void TestGarmentFitting::flippingTwiceIsNoFlip() {
  Bench bench(true);
  bench.begin();
  bench.dragPin(Landmark::HemLeft, {-20, 30});
  const garment::FitSettings once = *bench.top().fit;
  QVERIFY(turnedOver(once).flipped);
  QCOMPARE(turnedOver(turnedOver(once)), once);
  bench.part<QPushButton>("fitFlip")->click();
  QVERIFY(bench.top().fit->flipped);
  QTRY_VERIFY_WITH_TIMEOUT(bench.ready() && bench.fit().cut().flipped, 20'000);
}

void TestGarmentFitting::theClothIsShownLitAfterAWhile() {
  Bench bench(true);
  bench.begin();
  QTRY_VERIFY_WITH_TIMEOUT(bench.fit().look(1).lit, 20'000);
  const QColor shown = bench.canvas.grab().toImage().pixelColor(bench.view({150, 235}));
  QVERIFY2(shown.red() > shown.blue() + 40, qPrintable(shown.name()));  // the red top over the blue one
}

void TestGarmentFitting::choosingAToolEndsFitting() {
  Bench bench(true);
  bench.begin();
  bench.table.action(QStringLiteral("tool_brush"))->trigger();
  QVERIFY(bench.fitting.step() == Step::None);
  QVERIFY(!bench.canvas.guest());
  QVERIFY(bench.top().fit.has_value());
}

void TestGarmentFitting::doNotFitTakesTheFitAway() {
  Bench bench(true);
  bench.begin();
  bench.part<QPushButton>("fitUnfit")->click();
  QVERIFY(!bench.top().fit);
  QVERIFY(bench.fitting.step() == Step::None);
  bench.document().undoStack().undo();
  QVERIFY(bench.top().fit.has_value());
}

void TestGarmentFitting::anotherDocumentEndsFitting() {
  Bench bench(true);
  bench.begin();
  bench.open.replace(tests::dressing(false), {}, {});
  QVERIFY(bench.fitting.step() == Step::None);
  QVERIFY(!bench.fit().ready());
  bench.open.replace(nullptr, {}, {});
}

QTEST_MAIN(TestGarmentFitting)
#include "test_garment_fitting.moc"
