#include <QTest>

#include "core/document/edits/change_settings_edit.h"
#include "tests/core/document/sample_document.h"

using namespace retailor;
using namespace retailor::document;

class TestChangeSettingsEdit : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void consecutiveChangesAreOneStep();
  void backAtTheOldSettingsNoStepIsLeft();
};

namespace {

void setSeed(Document& document, std::uint64_t seed) {
  completion::CompletionSettings settings = document.state().settings;
  settings.seed = seed;
  document.undoStack().push(new ChangeSettingsEdit(document, settings));
}

}  // namespace

void TestChangeSettingsEdit::consecutiveChangesAreOneStep() {
  auto document = sample::document();
  setSeed(*document, 1);
  setSeed(*document, 2);
  QCOMPARE(document->undoStack().count(), 1);
  QCOMPARE(document->state().settings.seed, 2U);
  document->undoStack().undo();
  QCOMPARE(document->state().settings.seed, 0U);
}

void TestChangeSettingsEdit::backAtTheOldSettingsNoStepIsLeft() {
  auto document = sample::document();
  setSeed(*document, 1);
  setSeed(*document, 0);
  QCOMPARE(document->undoStack().count(), 0);
  QVERIFY(!document->isModified());
}

QTEST_GUILESS_MAIN(TestChangeSettingsEdit)
#include "test_change_settings_edit.moc"
