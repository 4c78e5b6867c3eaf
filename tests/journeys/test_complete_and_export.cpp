// The main job as a user does it: open, paint, add references, run, look, accept, undo, redo, save, reopen, export.
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

#include "core/document/edits/result_edits.h"
#include "core/image/read_photo.h"
#include "tests/journeys/window_bench.h"
#include "tests/support/sanitized.h"
#include "ui/references/reference_tray.h"
#include "ui/results/candidate_strip.h"

using namespace retailor;
using namespace retailor::journeys;
using completion::BodyRegion;

namespace {

fakes::FakeBehaviour steady() {
  fakes::FakeBehaviour fake;
  fake.steps = 12;
  fake.stepTime = std::chrono::milliseconds(25);
  return fake;
}

QColor shownAt(WindowBench& bench, QPointF photo) {
  ui::CanvasView& canvas = bench.window->canvas();
  return canvas.grab().toImage().pixelColor(canvas.zoomPan().toView(photo).toPoint());
}

}  // namespace

class TestCompleteAndExport : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wholeJourney();

 private:
  static void addReferences(WindowBench& bench);
  static void runAndWatch(WindowBench& bench);
  static void acceptUndoRedo(WindowBench& bench);
  static void saveAndReopen(WindowBench& bench);
  static void exportPicture(WindowBench& bench);
};

void TestCompleteAndExport::wholeJourney() {
  WindowBench bench(steady());
  bench.open(bench.picture(QStringLiteral("person.png"), {640, 480}, 60));
  QTRY_VERIFY(!bench.window->session().methods().empty());
  bench.trigger("tool_brush");
  bench.drag({{200, 200}, {260, 220}, {320, 200}, {320, 260}});
  QCOMPARE(bench.document().undoStack().count(), 1);
  QVERIFY(!bench.document().mask().isEmpty());
  addReferences(bench);
  runAndWatch(bench);
  acceptUndoRedo(bench);
  saveAndReopen(bench);
  exportPicture(bench);
  // The window's own work between two turns of the event loop; the clock on the wall also counts what other programs took.
  QVERIFY2(tests::kSanitized || bench.stalls.longestOwnMilliseconds() < 50,
           qPrintable(QString::number(bench.stalls.longestOwnMilliseconds())));
}

void TestCompleteAndExport::addReferences(WindowBench& bench) {
  auto* tray = bench.window->findChild<ui::ReferenceTray*>();
  QVERIFY(tray);
  tray->addFiles({bench.picture(QStringLiteral("shirt.png"), {120, 160}, 200)}, BodyRegion::UpperClothes);
  tray->addFiles({bench.picture(QStringLiteral("shoe.png"), {90, 60}, 120)}, BodyRegion::Shoes);
  QTRY_COMPARE(bench.document().state().references.size(), std::size_t{2});
}

void TestCompleteAndExport::runAndWatch(WindowBench& bench) {
  ui::RunSession& session = bench.window->session();
  QSignalSpy previews(&session, &ui::RunSession::previewReady), finished(&session, &ui::RunSession::runFinished);
  bench.trigger("run_start");
  QTRY_VERIFY(!previews.isEmpty());
  QTRY_COMPARE(finished.size(), 1);
  QCOMPARE(bench.document().state().candidates.size(), std::size_t{1});
  // The new candidate is shown in place: the fake's pattern within the mask, the photo elsewhere.
  QTRY_VERIFY(shownAt(bench, {260, 220}).blue() != 60);
  QCOMPARE(shownAt(bench, {60, 60}).blue(), 60);
}

void TestCompleteAndExport::acceptUndoRedo(WindowBench& bench) {
  const int steps = bench.document().undoStack().count();
  QTRY_VERIFY(bench.window->settled());
  const QColor asCandidate = shownAt(bench, {260, 220});
  bench.trigger("run_apply");
  // The result looks as it did: the mask's tint does not come back over it.
  QCOMPARE(shownAt(bench, {260, 220}), asCandidate);
  QCOMPARE(bench.document().state().layers.size(), std::size_t{1});
  QVERIFY(bench.document().state().candidates.empty());
  bench.trigger("edit_undo");
  QVERIFY(bench.document().state().layers.empty());
  QCOMPARE(bench.document().state().candidates.size(), std::size_t{1});
  bench.trigger("edit_redo");
  QCOMPARE(bench.document().state().layers.size(), std::size_t{1});
  QCOMPARE(bench.document().undoStack().count(), steps + 1);
}

void TestCompleteAndExport::saveAndReopen(WindowBench& bench) {
  const image::Bitmap before = document::flattened(bench.document().state());
  const mask::Mask maskBefore = bench.document().mask();
  const image::Bitmap shirt = *bench.document().state().references.front().tagged.picture;
  bench.prompts.fileToSave = bench.file(QStringLiteral("person.ora"));
  QSignalSpy saved(&bench.window->files(), &ui::DocumentFiles::saved);
  bench.trigger("file_save");
  QTRY_COMPARE(saved.size(), 1);
  QVERIFY(!bench.document().isModified());
  const document::Document* old = &bench.document();
  bench.window->openFile(bench.prompts.fileToSave);
  QTRY_VERIFY(&bench.document() != old && bench.window->settled());
  QCOMPARE(bench.prompts.askedToSave, 0);
  QVERIFY(document::flattened(bench.document().state()) == before);
  QVERIFY(bench.document().mask() == maskBefore);
  QVERIFY(*bench.document().state().references.front().tagged.picture == shirt);
}

void TestCompleteAndExport::exportPicture(WindowBench& bench) {
  bench.prompts.fileToSave = bench.file(QStringLiteral("result.png"));
  bench.trigger("file_export");
  auto* dialog = bench.window->findChild<QDialog*>(QStringLiteral("exportDialog"));
  QVERIFY(dialog);
  dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(bench.prompts.fileToSave);
  QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("exportNow")), Qt::LeftButton);
  QTRY_VERIFY(QFileInfo::exists(bench.prompts.fileToSave));
  const auto written = image::readPhoto(bench.prompts.fileToSave.toStdString());
  QVERIFY(written.ok());
  QVERIFY(written->pixels == document::flattened(bench.document().state()));
}

QTEST_MAIN(TestCompleteAndExport)
#include "test_complete_and_export.moc"
