#include <QPushButton>
#include <QtTest>

#include "core/mask/mask_combine.h"
#include "core/mask/shapes.h"
#include "tests/ui/references/mask_editor_bench.h"

using namespace retailor;
using namespace retailor::tests;
using namespace retailor::ui;

using Bench = MaskEditorBench;

class TestMaskEditor : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withoutAMaskTheWholePictureCounts() {
    Bench bench;
    QVERIFY(bench.canvas->counts().isFull());
    QSignalSpy chosen(&bench.editor, &MaskEditor::maskChosen);
    bench.editor.accept();
    QTRY_COMPARE(chosen.count(), 1);
    QVERIFY(chosen[0][0].value<std::shared_ptr<const mask::Mask>>() == nullptr);
  }

  void aCutOutStartsFromItsAlpha() {
    Bench bench(cutOutDisc());
    QCOMPARE(int{bench.canvas->counts().at(80, 60)}, 255);
    QCOMPARE(int{bench.canvas->counts().at(5, 5)}, 0);
    QSignalSpy chosen(&bench.editor, &MaskEditor::maskChosen);
    bench.editor.accept();  // nothing changed: the alpha goes on to say it
    QTRY_COMPARE(chosen.count(), 1);
    QVERIFY(chosen[0][0].value<std::shared_ptr<const mask::Mask>>() == nullptr);
  }

  void smartScissorsTraceWhatCounts() {
    Bench bench;
    bench.press("maskScissors");
    const QPoint middle = bench.canvas->rect().center();
    const double scale = std::min((bench.canvas->width() - 32) / 160.0, (bench.canvas->height() - 32) / 120.0);  // 16 pixels free round it
    const auto at = [&](double degrees) {
      const double angle = qDegreesToRadians(degrees);
      return middle + QPoint(qRound(30 * scale * std::cos(angle)), qRound(30 * scale * std::sin(angle)));
    };
    for (const double degrees : {0, 90, 180, 270}) {
      QTest::mouseMove(bench.canvas, at(degrees));
      QTest::mouseClick(bench.canvas, Qt::LeftButton, {}, at(degrees));
    }
    QCOMPARE(bench.canvas->trace().anchors(), std::size_t(4));
    QTest::keyClick(bench.canvas, Qt::Key_Backspace);
    QCOMPARE(bench.canvas->trace().anchors(), std::size_t(3));
    QTest::mouseClick(bench.canvas, Qt::LeftButton, {}, at(270));
    QTest::keyClick(bench.canvas, Qt::Key_Return);
    QTRY_VERIFY(!bench.canvas->trace().going());
    QVERIFY(bench.editor.isVisible());  // Enter closed the outline, not the editor
    const mask::Mask counts = bench.canvas->counts();
    const double share = counts.share() * 160 * 120 / (3.14159 * 30 * 30);
    QVERIFY2(share > 0.9 && share < 1.1, qPrintable(QString::number(share)));
    QCOMPARE(int{counts.at(80, 60)}, 255);
    QVERIFY(bench.canvas->canUndo());
  }

  void theEraserTakesAwayAndTheBrushBringsBack() {
    Bench bench;
    bench.press("maskEraser");
    const QPoint middle = bench.canvas->rect().center();
    bench.drag(middle - QPoint(30, 0), middle + QPoint(30, 0));
    QCOMPARE(int{bench.canvas->counts().at(80, 60)}, 0);
    QCOMPARE(int{bench.canvas->counts().at(2, 2)}, 255);
    bench.press("maskBrush");
    bench.drag(middle - QPoint(30, 0), middle + QPoint(30, 0));
    QCOMPARE(int{bench.canvas->counts().at(80, 60)}, 255);
  }

  void eachStrokeIsAStepToUndo() {
    Bench bench;
    bench.press("maskEraser");
    const QPoint middle = bench.canvas->rect().center();
    bench.drag(middle, middle + QPoint(20, 0));
    const mask::Mask erased = bench.canvas->counts();
    bench.press("maskUndo");
    QVERIFY(bench.canvas->counts().isFull());
    QVERIFY(!bench.canvas->canUndo());
    bench.press("maskRedo");
    QVERIFY(bench.canvas->counts() == erased);
  }

  void invertAndWholeAreSteps() {
    Bench bench;
    bench.canvas->replaceCounts(mask::rectangleMask({160, 120}, {10, 10, 30, 30}));
    const mask::Mask before = bench.canvas->counts();
    bench.press("maskInvert");
    QVERIFY(bench.canvas->counts() == mask::inverted(before));
    bench.press("maskWhole");
    QVERIFY(bench.canvas->counts().isFull());
    bench.press("maskUndo");
    bench.press("maskUndo");
    QVERIFY(bench.canvas->counts() == before);
  }

  void anEmptyMaskIsRefusedWithASentence() {
    Bench bench;
    QSignalSpy chosen(&bench.editor, &MaskEditor::maskChosen);
    bench.press("maskInvert");
    bench.editor.accept();
    QVERIFY(bench.sentence().contains(QStringLiteral("Nothing of this picture counts")));
    QTest::qWait(30);
    QCOMPARE(chosen.count(), 0);
    QVERIFY(bench.editor.isVisible());
  }

  void aBoxFindsTheObjectInside() {
    Bench bench;
    bench.press("maskBox");
    Q_EMIT bench.canvas->boxDrawn(QRect(40, 20, 80, 80));
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->canUndo(), 20000);
    const mask::Mask found = bench.canvas->counts();
    QVERIFY(found.at(80, 60) > 200);
    QVERIFY(found.at(5, 5) < 50);
    QVERIFY(found.at(45, 25) < 128);
    QVERIFY(bench.editor.findChild<QPushButton*>(QStringLiteral("maskUse"))->isEnabled());
  }

  void aDraggedBoxIsToldInPicturePixels() {
    Bench bench;
    bench.press("maskBox");
    QSignalSpy boxes(bench.canvas, &MaskCanvas::boxDrawn);
    const QPoint middle = bench.canvas->rect().center();
    bench.drag(middle - QPoint(40, 40), middle + QPoint(40, 40));
    QCOMPARE(boxes.count(), 1);
    QVERIFY(boxes[0][0].toRect().contains(80, 60));
    QVERIFY(QRect(0, 0, 160, 120).contains(boxes[0][0].toRect()));
  }

  void closingWhileTheObjectIsSoughtIsSafe() {
    auto editor = std::make_unique<MaskEditor>(disc());
    Q_EMIT editor->findChild<MaskCanvas*>()->boxDrawn(QRect(40, 20, 80, 80));
    editor.reset();
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(10);
  }

  void keysChooseTheTools() {
    Bench bench;
    QTest::keyClick(bench.canvas, Qt::Key_E);
    QVERIFY(bench.editor.findChild<QToolButton*>(QStringLiteral("maskEraser"))->isChecked());
    const double before = bench.canvas->brushRadius();
    QTest::keyClick(bench.canvas, Qt::Key_BracketRight);
    QVERIFY(bench.canvas->brushRadius() > before);
  }
};

QTEST_MAIN(TestMaskEditor)
#include "test_mask_editor.moc"
