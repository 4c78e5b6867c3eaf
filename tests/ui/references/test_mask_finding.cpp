#include <QPushButton>
#include <QtTest>

#include "core/mask/mask_combine.h"
#include "core/mask/shapes.h"
#include "tests/core/regions/maps/label_files.h"
#include "tests/ui/references/mask_editor_bench.h"
#include "tests/ui/references/prepared_prompts.h"

using namespace retailor;
using namespace retailor::tests;
using namespace retailor::ui;
using Bench = MaskEditorBench;

namespace {

// Intersection over union with the drawn disc.
double likeTheDisc(const mask::Mask& found) {
  double both = 0, either = 0;
  for (int y = 0; y < 120; ++y)
    for (int x = 0; x < 160; ++x) {
      const bool disc = (x - 80) * (x - 80) + (y - 60) * (y - 60) < 30 * 30, inside = found.at(x, y) >= 128;
      both += disc && inside;
      either += disc || inside;
    }
  return both / either;
}

}  // namespace

class TestMaskFinding : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anEllipseSaysWhatCounts() {
    Bench bench;
    bench.press("maskEllipse");
    bench.drag(bench.place(50, 30), bench.place(110, 90));
    QVERIFY2(likeTheDisc(bench.canvas->counts()) > 0.93, qPrintable(QString::number(likeTheDisc(bench.canvas->counts()))));
    bench.drag(bench.place(70, 50), bench.place(90, 70), Qt::AltModifier);
    QCOMPARE(int(bench.canvas->counts().at(80, 60)), 0);
    QCOMPARE(int(bench.canvas->counts().at(60, 60)), 255);
  }

  void theWandTakesOneColour() {
    Bench bench;
    bench.press("maskWand");
    QTest::mouseClick(bench.canvas, Qt::LeftButton, {}, bench.place(80, 60));
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->canUndo(), 20'000);
    QVERIFY2(likeTheDisc(bench.canvas->counts()) > 0.97, qPrintable(QString::number(likeTheDisc(bench.canvas->counts()))));
    QTest::mouseClick(bench.canvas, Qt::LeftButton, Qt::AltModifier, bench.place(80, 60));
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->nothingCounts(), 20'000);
  }

  void scribblesOfTwoKindsTellItApart() {
    Bench bench;
    bench.press("maskScribble");
    bench.drag(bench.place(70, 60), bench.place(90, 60));
    QVERIFY(!bench.canvas->canUndo());  // one kind says nothing yet
    bench.drag(bench.place(20, 15), bench.place(140, 15), Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->canUndo(), 20'000);
    QVERIFY2(likeTheDisc(bench.canvas->counts()) > 0.95, qPrintable(QString::number(likeTheDisc(bench.canvas->counts()))));
    QTest::keyClick(bench.canvas, Qt::Key_Escape);
    QVERIFY(bench.canvas->scribbles().empty() && bench.editor.isVisible());
  }

  void aMaskComesFromAFile() {
    const LabelFiles files;
    PreparedPrompts prompts;
    Bench bench(disc(), &prompts);
    const mask::Mask drawn = mask::ellipseMask({160, 120}, {10, 20, 50, 40});
    prompts.files = {QString::fromStdString(files.write("mask.png", drawn.toBitmap()).string())};
    bench.press("maskFromFile");
    QTRY_VERIFY_WITH_TIMEOUT(bench.canvas->canUndo(), 20'000);
    QVERIFY(bench.canvas->counts() == drawn);
  }

  void aFileThatIsNoMaskIsNamedAndChangesNothing() {
    const LabelFiles files;
    PreparedPrompts prompts;
    Bench bench(disc(), &prompts);
    prompts.files = {QString::fromStdString(files.write("words.png", std::string("words")).string())};
    bench.press("maskFromFile");
    QTRY_VERIFY_WITH_TIMEOUT(bench.sentence().contains(QStringLiteral("words.png")), 20'000);
    QVERIFY(bench.canvas->counts().isFull());
    QVERIFY(bench.editor.findChild<QPushButton*>(QStringLiteral("maskUse"))->isEnabled());
  }

  void withoutPromptsNoFileIsOffered() {
    Bench bench;
    QVERIFY(!bench.editor.findChild<QToolButton*>(QStringLiteral("maskFromFile")));
  }
};

QTEST_MAIN(TestMaskFinding)
#include "test_mask_finding.moc"
