#include <QtTest>

#include "ui/window/action_table.h"

using retailor::ui::ActionTable;

namespace {

[[maybe_unused]] const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

QAction* addBrush(ActionTable& table) {
  return table.add(QStringLiteral("tool_brush"), QStringLiteral("&Brush"), QStringLiteral("Tools"), QKeySequence(Qt::Key_B));
}
QAction* addEraser(ActionTable& table) {
  return table.add(QStringLiteral("tool_eraser"), QStringLiteral("&Eraser"), QStringLiteral("Tools"), QKeySequence(Qt::Key_E));
}

}  // namespace

class TestActionTable : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void changedKeysAreRemembered();
  void keysAreTakenFromWhoHadThem();
  void standardComesBack();
};

void TestActionTable::init() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("RetailorTests"));
  QSettings().clear();
}

void TestActionTable::changedKeysAreRemembered() {
  {
    ActionTable table;
    table.rebind(addBrush(table), QKeySequence(Qt::Key_P));
  }
  ActionTable again;
  QCOMPARE(addBrush(again)->shortcut(), QKeySequence(Qt::Key_P));
}

void TestActionTable::keysAreTakenFromWhoHadThem() {
  ActionTable table;
  QAction* brush = addBrush(table);
  QAction* eraser = addEraser(table);
  QCOMPARE(table.holderOf(QKeySequence(Qt::Key_E)), eraser);
  table.rebind(brush, QKeySequence(Qt::Key_E));
  QVERIFY(eraser->shortcut().isEmpty());
  QCOMPARE(table.holderOf(QKeySequence(Qt::Key_E)), brush);
}

void TestActionTable::standardComesBack() {
  ActionTable table;
  QAction* brush = addBrush(table);
  table.rebind(brush, QKeySequence(Qt::Key_Q));
  table.restoreStandard();
  QCOMPARE(brush->shortcut(), QKeySequence(Qt::Key_B));
}

QTEST_MAIN(TestActionTable)
#include "test_action_table.moc"
