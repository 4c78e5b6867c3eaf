#include <QComboBox>
#include <QLineF>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

#include "tests/ui/fitting/fitting_bench.h"
#include "ui/fitting/fit_work.h"

using namespace retailor;
using namespace retailor::ui;
using garment::Landmark;

namespace {

[[maybe_unused]] const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

}  // namespace

// The pins of a fit as a user moves, adds, removes and resets them.
class TestFitPins : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void draggingAPinIsOneStepAndUndoPutsItBack();
  void shiftTakesTheOtherEndOfACuffAlong_data();
  void shiftTakesTheOtherEndOfACuffAlong();
  void aDoubleClickAddsAPinAndDeleteRemovesIt();
  void tabGoesFromPinToPinAndArrowsMoveIt();
  void backToTheAutomaticFitTakesAllPinsAway();
  void resettingAPinPutsItAloneBack_data();
  void resettingAPinPutsItAloneBack();
  void theLastPinResetIsTheAutomaticFit();
  void anAddedPinThatIsResetGoes();
  void aPinsMenuResetsAndRemoves();
  void aPinLetGoComesToRestAsItIsSaved();
};

void TestFitPins::draggingAPinIsOneStepAndUndoPutsItBack() {
  tests::FittingBench bench(true);
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

void TestFitPins::shiftTakesTheOtherEndOfACuffAlong_data() {
  QTest::addColumn<Qt::KeyboardModifiers>("keys");
  QTest::addColumn<bool>("along");
  QTest::newRow("with Shift") << Qt::KeyboardModifiers(Qt::ShiftModifier) << true;
  QTest::newRow("without") << Qt::KeyboardModifiers() << false;
}

void TestFitPins::shiftTakesTheOtherEndOfACuffAlong() {
  QFETCH(Qt::KeyboardModifiers, keys);
  QFETCH(bool, along);
  tests::FittingBench bench(true);
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

void TestFitPins::aDoubleClickAddsAPinAndDeleteRemovesIt() {
  tests::FittingBench bench(true);
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

void TestFitPins::tabGoesFromPinToPinAndArrowsMoveIt() {
  tests::FittingBench bench(true);
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

void TestFitPins::backToTheAutomaticFitTakesAllPinsAway() {
  tests::FittingBench bench(true);
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

void TestFitPins::resettingAPinPutsItAloneBack_data() {
  QTest::addColumn<bool>("byButton");
  QTest::newRow("by a double click") << false;
  QTest::newRow("by the button") << true;
}

void TestFitPins::resettingAPinPutsItAloneBack() {
  QFETCH(bool, byButton);
  tests::FittingBench bench(true);
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

void TestFitPins::theLastPinResetIsTheAutomaticFit() {
  tests::FittingBench bench(true);
  bench.begin();
  bench.dragPin(Landmark::HemLeft, {-20, 30});
  QVERIFY(!bench.top().fit->pins.empty());
  bench.part<QToolButton>("fitResetPin")->click();
  QVERIFY(bench.top().fit->pins.empty());
}

void TestFitPins::anAddedPinThatIsResetGoes() {
  tests::FittingBench bench(true);
  bench.begin();
  const std::size_t before = bench.fit().pins().size();
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 190}));
  QCOMPARE(bench.fit().pins().size(), before + 1);
  QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, bench.view({150, 190}));
  QCOMPARE(bench.fit().pins().size(), before);
}

void TestFitPins::aPinsMenuResetsAndRemoves() {
  tests::FittingBench bench(true);
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

void TestFitPins::aPinLetGoComesToRestAsItIsSaved() {
  tests::FittingBench bench(true);
  bench.begin();
  bench.dragPin(Landmark::CuffOuterLeft, {-4, 14});
  const auto again = startedFit(bench.document().state(), 1, {});
  QVERIFY(again.ok());
  QTRY_VERIFY(bench.fit().mesh().placed == again->session.mesh().placed);
}

QTEST_MAIN(TestFitPins)
#include "test_fit_pins.moc"
