#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QtTest>

#include "tests/support/own_settings.h"
#include "tests/ui/references/prepared_prompts.h"
#include "ui/preferences/models/model_source.h"
#include "ui/preferences/preference_keys.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/window/action_table.h"

using namespace retailor::ui;

namespace {

struct Bench {
  Bench() {
    brush = table.add(QStringLiteral("tool_brush"), QStringLiteral("&Brush"), QStringLiteral("Tools"), Qt::Key_B);
    eraser = table.add(QStringLiteral("tool_eraser"), QStringLiteral("&Eraser"), QStringLiteral("Tools"), Qt::Key_E);
    dialog = std::make_unique<PreferencesDialog>(table, ModelSource{}, prompts);
    dialog->show();
  }
  template <class T>
  T* part(const char* name) {
    return dialog->findChild<T*>(QString::fromLatin1(name));
  }
  void choose(int command) {
    part<QTreeWidget>("shortcutList")->setCurrentItem(part<QTreeWidget>("shortcutList")->topLevelItem(0)->child(command));
  }

  retailor::tests::PreparedPrompts prompts;
  ActionTable table;
  QAction* brush;
  QAction* eraser;
  std::unique_ptr<PreferencesDialog> dialog;
};

}  // namespace

class TestPreferences : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QSettings().clear(); }

  void aPreferenceIsItsStandardUntilChanged() {
    QCOMPARE(preferences::previewsPerSecond.value(), 15);
    preferences::previewsPerSecond.set(5);
    QCOMPARE(preferences::previewsPerSecond.value(), 5);
  }

  void changesHoldAtOnce() {
    Bench bench;
    bench.part<QSpinBox>("preferenceThreads")->setValue(3);
    QCOMPARE(preferences::threads.value(), 3);
  }

  void everyCommandIsListedWithItsKeys() {
    Bench bench;
    const QTreeWidgetItem* group = bench.part<QTreeWidget>("shortcutList")->topLevelItem(0);
    QCOMPARE(group->childCount(), 2);
    QCOMPARE(group->child(0)->text(0), QStringLiteral("Brush"));
    QCOMPARE(group->child(0)->text(1), QStringLiteral("B"));
  }

  void newKeysAreAssignedAndKept() {
    Bench bench;
    bench.choose(0);
    bench.part<QKeySequenceEdit>("shortcutKeys")->setKeySequence(Qt::Key_P);
    bench.part<QPushButton>("shortcutAssign")->click();
    QCOMPARE(bench.brush->shortcut(), QKeySequence(Qt::Key_P));
    ActionTable later;
    QCOMPARE(later.add(QStringLiteral("tool_brush"), QStringLiteral("Brush"), {}, Qt::Key_B)->shortcut(), QKeySequence(Qt::Key_P));
  }

  void keysOfAnotherCommandAreTakenOnlyAfterSayingSo() {
    Bench bench;
    bench.choose(0);
    bench.part<QKeySequenceEdit>("shortcutKeys")->setKeySequence(Qt::Key_E);
    QVERIFY(bench.part<QLabel>("shortcutConflict")->text().contains(QStringLiteral("Eraser")));
    QCOMPARE(bench.eraser->shortcut(), QKeySequence(Qt::Key_E));
    bench.part<QPushButton>("shortcutAssign")->click();
    QVERIFY(bench.eraser->shortcut().isEmpty());
    QCOMPARE(bench.brush->shortcut(), QKeySequence(Qt::Key_E));
  }

  void theStandardKeysCanBeRestored() {
    Bench bench;
    bench.table.rebind(bench.brush, Qt::Key_P);
    bench.part<QPushButton>("shortcutRestore")->click();
    QCOMPARE(bench.brush->shortcut(), QKeySequence(Qt::Key_B));
    QCOMPARE(bench.part<QTreeWidget>("shortcutList")->topLevelItem(0)->child(0)->text(1), QStringLiteral("B"));
  }

  void withNoCommandChosenNothingCanBeAssigned() {
    Bench bench;
    QVERIFY(!bench.part<QPushButton>("shortcutAssign")->isEnabled());
    QVERIFY(!bench.part<QKeySequenceEdit>("shortcutKeys")->isEnabled());
  }

 private:
  retailor::tests::OwnSettings m_settings;
};

QTEST_MAIN(TestPreferences)
#include "test_preferences.moc"
