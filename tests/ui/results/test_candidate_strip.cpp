#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include "core/completion/recipe.h"
#include "tests/ui/references/prepared_prompts.h"
#include "tests/ui/results/made_candidates.h"
#include "ui/results/candidate_strip.h"

using namespace retailor;
using namespace retailor::ui;

namespace {

struct Bench {
  Bench() : canvas(open), strip(open, canvas), tiles(strip.findChild<QListWidget*>()) {
    tests::openPainted(open);
    strip.resize(700, 130);
    strip.show();
  }
  const document::DocumentState& state() { return open.document()->state(); }
  void stage(int count) {
    tests::stage(*open.document(), count);
    strip.select(state().candidates[0].id);
  }
  QAction* menuAction(const char* name) {
    Q_EMIT tiles->customContextMenuRequested(QPoint(10, 10));
    return strip.findChildren<QMenu*>().last()->findChild<QAction*>(QString::fromLatin1(name));
  }

  OpenDocument open;
  CanvasView canvas;
  CandidateStrip strip;
  QListWidget* tiles;
};

}  // namespace

class TestCandidateStrip : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTileForEachCandidateWithItsSeed() {
    Bench bench;
    QVERIFY(!bench.tiles->isVisible());
    bench.stage(3);
    QCOMPARE(bench.tiles->count(), 3);
    QVERIFY(bench.tiles->item(1)->text().contains(QStringLiteral("2")));
    QCOMPARE(bench.strip.selected(), bench.state().candidates[0].id);
  }

  void enterAppliesAndShowsWhatWasApplied() {
    Bench bench;
    bench.stage(2);
    QTest::keyClick(bench.tiles, Qt::Key_Return);
    QCOMPARE(bench.state().layers.size(), std::size_t{1});
    QCOMPARE(bench.state().candidates.size(), std::size_t{1});
    QCOMPARE(bench.strip.selected(), document::Id{0});
    bench.open.document()->undoStack().undo();
    QCOMPARE(bench.tiles->count(), 2);
    QVERIFY(bench.state().layers.empty());
  }

  void deleteDiscardsAndGoesOnToTheNext() {
    Bench bench;
    bench.stage(3);
    const document::Id second = bench.state().candidates[1].id;
    QTest::keyClick(bench.tiles, Qt::Key_Delete);
    QCOMPARE(bench.state().candidates.size(), std::size_t{2});
    QVERIFY(bench.state().layers.empty());
    QCOMPARE(bench.strip.selected(), second);
  }

  void arrowsMove() {
    Bench bench;
    bench.stage(3);
    QTest::keyClick(bench.tiles, Qt::Key_Right);
    QCOMPARE(bench.strip.selected(), bench.state().candidates[1].id);
  }

  void withNothingSelectedTheKeysDoNothing() {
    Bench bench;
    bench.strip.applySelected();
    bench.strip.discardSelected();
    tests::stage(*bench.open.document(), 1);
    QVERIFY(!bench.strip.findChild<QPushButton*>(QStringLiteral("applyCandidate"))->isEnabled());
    QTest::keyClick(bench.tiles, Qt::Key_Delete);
    QCOMPARE(bench.state().candidates.size(), std::size_t{1});
  }

  void anotherDocumentEmptiesTheStrip() {
    Bench bench;
    bench.stage(2);
    QSignalSpy selection(&bench.strip, &CandidateStrip::selectionChanged);
    tests::openPainted(bench.open);
    QCOMPARE(bench.tiles->count(), 0);
    QCOMPARE(selection.last()[0].toBool(), false);
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(10);
  }

  void theSettingsOfAResultCanBeUsedAgain() {
    Bench bench;
    bench.stage(2);
    bench.strip.select(bench.state().candidates[1].id);
    bench.menuAction("useSettings")->trigger();
    QCOMPARE(bench.state().settings.seed, std::uint64_t{2});
    bench.open.document()->undoStack().undo();
    QCOMPARE(bench.state().settings.seed, std::uint64_t{0});
  }

  void theRecipeCanBeCopiedAndSaved() {
    Bench bench;
    tests::PreparedPrompts prompts;
    const QTemporaryDir folder;
    bench.stage(1);
    bench.menuAction("copyRecipe")->trigger();
    const auto copied = completion::recipeFromJson(QApplication::clipboard()->text().toStdString());
    QVERIFY(copied.ok());
    QVERIFY(*copied == bench.state().candidates[0].result.recipe);
    QVERIFY2(bench.menuAction("saveRecipe") == nullptr, "no file can be asked for, so it must not be offered");
    bench.strip.setPrompts(prompts);
    prompts.files = {folder.filePath(QStringLiteral("recipe.json"))};
    bench.menuAction("saveRecipe")->trigger();
    QFile saved(prompts.files[0]);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(completion::recipeFromJson(saved.readAll().toStdString()).ok());
  }

  void aRecipeThatCannotBeSavedIsASentence() {
    Bench bench;
    tests::PreparedPrompts prompts;
    bench.stage(1);
    bench.strip.setPrompts(prompts);
    prompts.files = {QStringLiteral("/nowhere/at/all/recipe.json")};
    QSignalSpy failed(&bench.strip, &CandidateStrip::failed);
    bench.menuAction("saveRecipe")->trigger();
    QCOMPARE(failed.count(), 1);
  }
};

QTEST_MAIN(TestCandidateStrip)
#include "test_candidate_strip.moc"
