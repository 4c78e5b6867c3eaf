#include <QtTest>

#include "tests/support/own_settings.h"
#include "tests/ui/tools/dressed_bench.h"
#include "ui/tools/scribble_tool.h"

using namespace retailor;
using namespace retailor::tests;
using completion::BodyRegion;
using document::PaintTarget;

namespace {

struct Bench : DressedBench {
  ui::ScribbleBoard board{picture, open};
  ui::ScribbleTool tool{board, open, settings, work, nullptr};

  void stroke(const QList<QPointF>& path, Qt::KeyboardModifiers modifiers = {}) {
    tool.press({path.first(), 1, modifiers});
    for (const QPointF& at : path.mid(1)) tool.drag({at, 1, modifiers});
    tool.release({path.last(), 1, modifiers});
  }
  void strokeFor(const PaintTarget& target, const QList<QPointF>& path) {
    settings.setTarget(target);
    stroke(path);
  }
  void strokesOnAll() {
    strokeFor(PaintTarget::wornAt(BodyRegion::UpperClothes), {{90, 80}, {150, 150}});
    strokeFor(PaintTarget::wornAt(BodyRegion::LowerClothes), {{100, 190}, {140, 270}});
    stroke({{20, 20}, {20, 300}, {220, 300}, {220, 20}}, Qt::AltModifier);
  }
  bool key(Qt::Key key) {
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    return tool.wantsKey(event) && tool.takeKey(event);
  }
};

}  // namespace

class TestScribbleTool : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyStrokeRenewsTheProposal() {
    Bench bench;
    bench.strokeFor(PaintTarget::wornAt(BodyRegion::UpperClothes), {{90, 80}, {150, 150}});
    QVERIFY(!bench.board.applicable());  // one part tells nothing apart
    bench.stroke({{20, 20}, {20, 300}}, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.board.proposal().isNull(), 30'000);
    const QRgb shirt = ui::ScribbleBoard::colourOf(5).rgb();
    QVERIFY(bench.board.proposal().pixelColor(120, 100).alpha() > 0);
    QCOMPARE(bench.board.proposal().pixelColor(5, 5).alpha(), 0);
    QVERIFY(std::abs(qRed(shirt) - bench.board.proposal().pixelColor(120, 100).red()) < 6);
    bench.strokeFor(PaintTarget::wornAt(BodyRegion::LowerClothes), {{100, 190}, {140, 270}});
    const auto trousersShow = [&] {
      return bench.board.proposal().pixelColor(120, 230).alpha() > 0 &&
             bench.board.proposal().pixelColor(120, 230) != bench.board.proposal().pixelColor(120, 100);
    };
    QTRY_VERIFY_WITH_TIMEOUT(trousersShow(), 30'000);
    QVERIFY(bench.document().undoStack().count() == 0);
  }

  void enterMarksAllPartsInOneStep() {
    Bench bench;
    bench.strokesOnAll();
    QVERIFY(bench.key(Qt::Key_Return));
    QTRY_VERIFY_WITH_TIMEOUT(bench.board.strokes().empty(), 30'000);
    QVERIFY2(shareOfBox(bench.worn(BodyRegion::UpperClothes), Bench::shirt) > 0.95,
             qPrintable(QString::number(shareOfBox(bench.worn(BodyRegion::UpperClothes), Bench::shirt))));
    QVERIFY(shareOfBox(bench.worn(BodyRegion::LowerClothes), Bench::trousers) > 0.95);
    QVERIFY(bench.document().mask().isEmpty());
    for (int y = 0; y < 320; ++y)
      for (int x = 0; x < 240; ++x)
        QVERIFY(!bench.worn(BodyRegion::UpperClothes).at(x, y) || !bench.worn(BodyRegion::LowerClothes).at(x, y));
    QCOMPARE(bench.document().undoStack().count(), 1);
    bench.document().undoStack().undo();
    QVERIFY(bench.worn(BodyRegion::UpperClothes).isEmpty() && bench.worn(BodyRegion::LowerClothes).isEmpty());
    bench.document().undoStack().redo();
    QVERIFY(!bench.worn(BodyRegion::LowerClothes).isEmpty());
  }

  void theMaskIsAPartLikeOthers() {
    Bench bench;
    bench.strokeFor({}, {{90, 80}, {150, 150}});
    bench.settings.swapMode();
    bench.stroke({{20, 20}, {20, 300}, {220, 300}, {220, 20}});
    bench.stroke({{100, 190}, {140, 270}});
    bench.board.apply();
    QTRY_VERIFY_WITH_TIMEOUT(bench.board.strokes().empty(), 30'000);
    QVERIFY(shareOfBox(bench.document().mask(), Bench::shirt) > 0.95);
  }

  void backspaceTakesBackAStrokeAndEscAll() {
    Bench bench;
    bench.strokesOnAll();
    QVERIFY(bench.key(Qt::Key_Backspace));
    QCOMPARE(bench.board.strokes().size(), std::size_t(2));
    QVERIFY(bench.key(Qt::Key_Backspace));
    QVERIFY(bench.board.proposal().isNull());
    QVERIFY(bench.key(Qt::Key_Escape));
    QVERIFY(bench.board.strokes().empty());
    QVERIFY(!bench.key(Qt::Key_Return));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.board.busy(), 30'000);
    QVERIFY(bench.board.proposal().isNull());
    QCOMPARE(bench.document().undoStack().count(), 0);
  }

  void anotherDocumentForgetsTheStrokes() {
    Bench bench;
    bench.strokesOnAll();
    bench.board.apply();
    bench.open.replace(nullptr, {}, {});
    QVERIFY(bench.board.strokes().empty());
    QTRY_VERIFY_WITH_TIMEOUT(!bench.board.busy(), 30'000);
    bench.stroke({{20, 20}, {30, 30}});
    QVERIFY(bench.board.strokes().empty());
  }

 private:
  const OwnSettings m_settings;
};

QTEST_MAIN(TestScribbleTool)
#include "test_scribble_tool.moc"
