#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <iostream>

#include "core/document/edits/change_mask_edit.h"
#include "tests/core/document/sample_document.h"

using namespace retailor;
using namespace retailor::document;

class TestChangeMaskEdit : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsOnlyTheChangedRectangle();
  void undoAndRedoRestoreEveryPixel();
  void changingNothingLeavesNoStep();
  void aLiveStrokeIsNotPaintedTwice();
  void aStrokeOutsideItsRectangleIsLeftAlone();
  void keepsItsLabel();
  void invertingALargeMaskIsQuick();
};

namespace {

image::Rect rectOf(const QSignalSpy& spy, int i) { return spy.at(i).at(0).value<DocumentChange>().rect; }

}  // namespace

void TestChangeMaskEdit::tellsOnlyTheChangedRectangle() {
  auto document = sample::document();
  QSignalSpy spy(document.get(), &Document::changed);
  document->undoStack().push(new ChangeMaskEdit(*document, sample::disc({48, 40}, 20, 15, 6), QStringLiteral("Lasso")));
  document->undoStack().undo();
  QCOMPARE(spy.size(), 2);
  const image::Rect box{14, 9, 13, 13};
  QVERIFY(rectOf(spy, 0) == box);
  QVERIFY(rectOf(spy, 1) == box);
}

void TestChangeMaskEdit::undoAndRedoRestoreEveryPixel() {
  auto document = sample::document();
  const mask::Mask first = sample::coverage({48, 40}, 3), second = sample::disc({48, 40}, 10, 10, 9);
  document->undoStack().push(new ChangeMaskEdit(*document, first, QStringLiteral("Feather")));
  document->undoStack().push(new ChangeMaskEdit(*document, second, QStringLiteral("Lasso")));
  QVERIFY(document->mask() == second);
  document->undoStack().undo();
  QVERIFY(document->mask() == first);
  document->undoStack().undo();
  QVERIFY(document->mask().isEmpty());
  document->undoStack().setIndex(2);
  QVERIFY(document->mask() == second);
}

void TestChangeMaskEdit::changingNothingLeavesNoStep() {
  auto document = sample::document();
  document->undoStack().push(new ChangeMaskEdit(*document, mask::Mask({48, 40}), QStringLiteral("Clear")));
  QCOMPARE(document->undoStack().count(), 0);
  QVERIFY(!document->isModified());
}

void TestChangeMaskEdit::aLiveStrokeIsNotPaintedTwice() {
  auto document = sample::document();
  const mask::Mask before = document->mask(), after = sample::disc({48, 40}, 30, 20, 5);
  document->maskForPainting() = after;
  document->maskPainted({25, 15, 11, 11});
  QSignalSpy spy(document.get(), &Document::changed);
  document->undoStack().push(new ChangeMaskEdit(*document, before, {20, 10, 30, 30}, QStringLiteral("Brush stroke")));
  QCOMPARE(spy.size(), 0);
  document->undoStack().undo();
  QVERIFY(document->mask() == before);
  document->undoStack().redo();
  QVERIFY(document->mask() == after);
  QCOMPARE(spy.size(), 2);
}

void TestChangeMaskEdit::aStrokeOutsideItsRectangleIsLeftAlone() {
  auto document = sample::document();
  const mask::Mask before = document->mask();
  document->maskForPainting() = sample::disc({48, 40}, 5, 5, 4);
  document->undoStack().push(new ChangeMaskEdit(*document, before, {30, 30, 100, 100}, QStringLiteral("Brush stroke")));
  QCOMPARE(document->undoStack().count(), 0);
}

void TestChangeMaskEdit::keepsItsLabel() {
  auto document = sample::document();
  document->undoStack().push(new ChangeMaskEdit(*document, sample::disc({48, 40}, 20, 15, 6), QStringLiteral("Invert mask")));
  QCOMPARE(document->undoStack().undoText(), QStringLiteral("Invert mask"));
}

void TestChangeMaskEdit::invertingALargeMaskIsQuick() {
  const image::Size size{6000, 4000};
  DocumentState state;
  state.photo = sample::photo({1, 1});
  state.mask = sample::disc(size, 3000, 2000, 1500);
  mask::Mask inverted = state.mask;
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) inverted.row(y)[x] ^= 255;
  Document document(std::move(state));
  QElapsedTimer timer;
  timer.start();
  auto* edit = new ChangeMaskEdit(document, inverted, QStringLiteral("Invert mask"));
  const qint64 made = timer.nsecsElapsed();
  document.undoStack().push(edit);
  const qint64 shown = timer.nsecsElapsed() - made;
  std::cout << "24 megapixels inverted: edit made in " << made / 1'000'000 << " ms, shown in " << shown / 1'000'000 << " ms, "
            << edit->bytesHeld() << " bytes held\n";
  QVERIFY(document.mask() == inverted);
  QVERIFY(edit->bytesHeld() < 200'000);
  QVERIFY2(timer.elapsed() < 1000, "a full inversion must not be felt; usually it takes some 20 ms");
}

QTEST_GUILESS_MAIN(TestChangeMaskEdit)
#include "test_change_mask_edit.moc"
