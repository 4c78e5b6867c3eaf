#include <QSignalSpy>
#include <QTest>

#include "core/completion/hash.h"
#include "core/document/edits/change_mask_edit.h"
#include "core/document/edits/layer_edits.h"
#include "core/document/edits/reference_edits.h"
#include "core/document/edits/result_edits.h"
#include "core/document/undo_budget.h"
#include "tests/core/document/sample_document.h"

using namespace retailor;
using namespace retailor::document;

class TestDocument : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stagingIsNewsAndUnsavedButNoStep();
  void undoneToTheSavedStateItIsUnmodified();
  void theOldestStepsAreForgottenFirst();
  void theNewestStepIsKeptWhateverItHolds();
  void forgettingMacrosFreesTheirParts();
  void stepsAreLimitedByNumber();
  void requestsCarryWhatIsSeen();
  void referencesOfNoWeightStayBehind();
};

namespace {

// Ten references added, then removed one by one; each removal holds a picture of 1800 bytes.
std::unique_ptr<Document> withTenRemovals() {
  auto document = sample::document();
  for (unsigned i = 1; i <= 10; ++i) document->undoStack().push(new AddReferenceEdit(*document, sample::reference(document->newId(), i)));
  for (Id id = 1; id <= 10; ++id) document->undoStack().push(new RemoveReferenceEdit(*document, id));
  return document;
}

}  // namespace

void TestDocument::stagingIsNewsAndUnsavedButNoStep() {
  auto document = sample::document();
  QSignalSpy spy(document.get(), &Document::changed);
  document->stage({});
  QVERIFY(!document->isModified());
  document->stage({sample::result(document->photo(), {0, 0, 5, 5}, 1)});
  QCOMPARE(spy.size(), 1);
  QCOMPARE(spy.at(0).at(0).value<DocumentChange>().id, Id{1});
  QVERIFY(document->isModified());
  QCOMPARE(document->undoStack().count(), 0);
  document->markSaved();
  QVERIFY(!document->isModified());
  document->markUnsaved();
  QVERIFY(document->isModified());
}

void TestDocument::undoneToTheSavedStateItIsUnmodified() {
  auto document = sample::document();
  document->undoStack().push(new ChangeMaskEdit(*document, sample::disc({48, 40}, 9, 9, 5), QStringLiteral("Lasso")));
  document->markSaved();
  document->undoStack().push(new ChangeMaskEdit(*document, sample::disc({48, 40}, 9, 9, 8), QStringLiteral("Grow mask")));
  QVERIFY(document->isModified());
  document->undoStack().undo();
  QVERIFY(!document->isModified());
  document->undoStack().undo();
  QVERIFY(document->isModified());
}

void TestDocument::theOldestStepsAreForgottenFirst() {
  auto document = withTenRemovals();
  QCOMPARE(document->undoStack().count(), 20);
  document->setUndoBudget(12'000);
  QVERIFY(bytesHeld(document->undoStack()) <= 12'000);
  int undone = 0;
  for (; document->undoStack().canUndo(); ++undone) document->undoStack().undo();
  QVERIFY2(undone >= 3 && undone < 10, qPrintable(QString::number(undone)));
  QCOMPARE(document->state().references.size(), static_cast<std::size_t>(undone));
  QCOMPARE(document->undoStack().count(), undone);  // the forgotten ones are gone, what was undone can be redone
  while (document->undoStack().canRedo()) document->undoStack().redo();
  QVERIFY(document->state().references.empty());
}

void TestDocument::theNewestStepIsKeptWhateverItHolds() {
  auto document = withTenRemovals();
  document->setUndoBudget(0);
  QVERIFY(document->undoStack().canUndo());
  document->undoStack().undo();
  QCOMPARE(document->state().references.size(), 1U);
  QVERIFY(!document->undoStack().canUndo());
}

void TestDocument::forgettingMacrosFreesTheirParts() {
  auto document = withTenRemovals();
  document->undoStack().setIndex(10);
  document->undoStack().beginMacro(QStringLiteral("Remove all"));
  for (Id id = 1; id <= 10; ++id) document->undoStack().push(new RemoveReferenceEdit(*document, id));
  document->undoStack().endMacro();
  QVERIFY(bytesHeld(document->undoStack()) > 18000);
  document->setUndoBudget(6000);
  document->undoStack().push(new ChangeMaskEdit(*document, sample::disc({48, 40}, 9, 9, 5), QStringLiteral("Lasso")));
  QVERIFY(bytesHeld(document->undoStack()) <= 6000);
  document->undoStack().undo();
  QVERIFY(!document->undoStack().canUndo());
}

void TestDocument::stepsAreLimitedByNumber() {
  auto document = sample::document();
  for (int i = 0; i < maxUndoSteps + 50; ++i)
    document->undoStack().push(new ChangeMaskEdit(*document, sample::disc({48, 40}, 9 + i % 20, 9, 5), QStringLiteral("Brush stroke")));
  QCOMPARE(document->undoStack().count(), maxUndoSteps);
}

void TestDocument::requestsCarryWhatIsSeen() {
  auto document = sample::document();
  document->stage({sample::result(document->photo(), {3, 3, 20, 20}, 1)});
  QVERIFY(requestFor(document->state()).photo == document->state().photo);
  document->undoStack().push(new AcceptCandidateEdit(*document, 1));
  const completion::CompletionRequest seen = requestFor(document->state());
  QVERIFY(seen.photo->pixels == flattened(document->state()));
  QVERIFY(seen.photo->pixels != document->photo().pixels);
  QCOMPARE(seen.photoSha256, completion::sha256Of(seen.photo->pixels));
  Layer hidden = document->state().layers.front();
  hidden.visible = false;
  document->undoStack().push(new ChangeLayerEdit(*document, hidden));
  QVERIFY(requestFor(document->state()).photo == document->state().photo);
}

void TestDocument::referencesOfNoWeightStayBehind() {
  auto document = sample::document();
  document->undoStack().push(new AddReferenceEdit(*document, sample::reference(document->newId(), 1)));
  Reference unused = sample::reference(document->newId(), 2, true);
  unused.tagged.weight = 0;
  document->undoStack().push(new AddReferenceEdit(*document, unused));
  const completion::CompletionRequest request = requestFor(document->state());
  QCOMPARE(request.references.size(), 1U);
  QCOMPARE(request.references[0].sha256, completion::sha256Of(*request.references[0].picture));
  QVERIFY(request.references[0].maskSha256.empty());
  QCOMPARE(request.maskSha256, completion::sha256Of(document->mask()));
}

QTEST_GUILESS_MAIN(TestDocument)
#include "test_document.moc"
