// Trying a garment on as a user does it: drop it, click what the person wears, drag a pin, undo, run, accept, save, reopen.
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "core/methods/patch_diffusion/patch_diffusion_method.h"
#include "tests/journeys/window_bench.h"
#include "tests/support/sanitized.h"
#include "tests/ui/fitting/drawn_clothes.h"
#include "ui/fitting/garment_fitting.h"
#include "ui/references/reference_card.h"
#include "ui/references/reference_tray.h"
#include "ui/results/candidate_strip.h"

using namespace retailor;
using namespace retailor::journeys;
using completion::BodyRegion;
using Step = ui::GarmentFitting::Step;

namespace {

constexpr int patience = 60'000;  // ms: sanitizers take their time

ui::MethodSource patchDiffusion() {
  return []() -> Result<ui::Methods> { return ui::Methods{std::make_shared<methods::PatchDiffusionMethod>()}; };
}

}  // namespace

class TestTryOn : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wholeJourney();

 private:
  static void dropTheTop(WindowBench& bench);
  static void clickWhatThePersonWears(WindowBench& bench);
  static void dragPinsAndUndo(WindowBench& bench);
  static void runAndAccept(WindowBench& bench);
  static void saveAndReopen(WindowBench& bench);

  static QString saved(WindowBench& bench, const QString& name, const QImage& picture) {
    const QString path = bench.file(name);
    return picture.save(path) ? path : QString();
  }
  template <class T>
  static T* part(WindowBench& bench, const char* name) {
    return bench.window->findChild<T*>(QString::fromLatin1(name));
  }
  static bool fitted(WindowBench& bench) { return bench.window->fitting().current().ready() && !bench.window->fitting().current().busy(); }
};

void TestTryOn::wholeJourney() {
  WindowBench bench(patchDiffusion());
  bench.open(saved(bench, QStringLiteral("person.png"), tests::drawnPerson()));
  QTRY_VERIFY(!bench.window->session().methods().empty());
  dropTheTop(bench);
  clickWhatThePersonWears(bench);
  dragPinsAndUndo(bench);
  // Up to here all of it is the window's own work, and none may be felt.
  QVERIFY2(tests::kSanitized || bench.stalls.longestOwnMilliseconds() < 50,
           qPrintable(QString::number(bench.stalls.longestOwnMilliseconds())));
  runAndAccept(bench);
  saveAndReopen(bench);
}

void TestTryOn::dropTheTop(WindowBench& bench) {
  const QString file = saved(bench, QStringLiteral("top.png"), tests::drawnTop());
  bench.window->findChild<ui::ReferenceTray*>()->addFiles({file}, BodyRegion::UpperClothes);
  QTRY_COMPARE(bench.document().state().references.size(), std::size_t{1});
  auto* fit = part<QToolButton>(bench, "fitReference");
  QVERIFY(fit && fit->isVisible());
  QTest::mouseClick(fit, Qt::LeftButton);
  QVERIFY(bench.window->fitting().step() == Step::Click);
  QVERIFY(part<QLabel>(bench, "fitText")->isVisible());
  QVERIFY(!part<QPushButton>(bench, "generate")->isEnabled());
}

void TestTryOn::clickWhatThePersonWears(WindowBench& bench) {
  ui::CanvasView& canvas = bench.window->canvas();
  QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.zoomPan().toView({150, 180}).toPoint());
  QTRY_VERIFY_WITH_TIMEOUT(bench.window->fitting().step() == Step::Correct, patience);
  QTest::mouseClick(part<QPushButton>(bench, "fitDone"), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(fitted(bench), patience);
  QTRY_VERIFY(part<QWidget>(bench, "fitPanel")->isVisible());
}

void TestTryOn::dragPinsAndUndo(WindowBench& bench) {
  ui::CurrentFit& fit = bench.window->fitting().current();
  const auto hem = std::ranges::find(fit.pins(), std::optional(garment::Landmark::HemRight), &garment::FitPin::landmark);
  const QPointF at = fit.pinAt(static_cast<std::size_t>(hem - fit.pins().begin()));
  const int steps = bench.document().undoStack().index();
  bench.drag({at, at + QPointF(4, 10), at + QPointF(8, 20)});
  QCOMPARE(bench.document().undoStack().index(), steps + 1);
  bench.drag({at + QPointF(8, 20), at + QPointF(10, 24)});
  bench.trigger("edit_undo");
  QCOMPARE(bench.document().undoStack().index(), steps + 1);
  QVERIFY(!bench.document().state().references.front().tagged.fit->pins.empty());
  QTRY_VERIFY_WITH_TIMEOUT(fitted(bench), patience);
}

void TestTryOn::runAndAccept(WindowBench& bench) {
  QTRY_VERIFY(part<QPushButton>(bench, "generate")->isEnabled());
  QVERIFY(bench.document().mask().isEmpty());
  QSignalSpy finished(&bench.window->session(), &ui::RunSession::runFinished), failed(&bench.window->session(), &ui::RunSession::failed);
  bench.trigger("run_start");
  QVERIFY(bench.window->fitting().step() == Step::None);
  QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
  QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed[0][0].toString()));
  QCOMPARE(bench.document().state().candidates.size(), std::size_t{1});
  bench.trigger("run_apply");
  const image::Bitmap result = document::flattened(bench.document().state());
  const auto* chest = result.view<std::uint8_t>().pixel(150, 235);
  QVERIFY2(chest[0] > chest[2] + 40, "the red top is not on the person");
  for (const QPoint& kept : {QPoint(150, 60), QPoint(10, 10), QPoint(90, 235), QPoint(150, 380)})
    QVERIFY(std::equal(result.view<std::uint8_t>().pixel(kept.x(), kept.y()), result.view<std::uint8_t>().pixel(kept.x(), kept.y()) + 3,
                       bench.document().photo().pixels.view<std::uint8_t>().pixel(kept.x(), kept.y())));
}

void TestTryOn::saveAndReopen(WindowBench& bench) {
  const auto fit = bench.document().state().references.front().tagged.fit;
  const mask::Mask worn = bench.document().coverage(document::PaintTarget::wornAt(BodyRegion::UpperClothes));
  bench.prompts.fileToSave = bench.file(QStringLiteral("dressed.ora"));
  QSignalSpy saved(&bench.window->files(), &ui::DocumentFiles::saved);
  bench.trigger("file_save");
  QTRY_COMPARE(saved.size(), 1);
  const document::Document* old = &bench.document();
  bench.window->openFile(bench.prompts.fileToSave);
  QTRY_VERIFY(&bench.document() != old && bench.window->settled());
  QVERIFY(bench.document().state().references.front().tagged.fit == fit);
  QVERIFY(bench.document().coverage(document::PaintTarget::wornAt(BodyRegion::UpperClothes)) == worn);
  bench.window->fitting().fit(bench.document().state().references.front().id);
  QTRY_VERIFY_WITH_TIMEOUT(fitted(bench), patience);
  QVERIFY(bench.window->fitting().current().settings() == *fit);
}

QTEST_MAIN(TestTryOn)
#include "test_try_on.moc"
