// The program is gone without a word; the next one brings the work back.
#include <QPushButton>

#include "core/document/recovery.h"
#include "tests/journeys/window_bench.h"
#include "ui/window/recovery_bar.h"

using namespace retailor;
using namespace retailor::journeys;

namespace fs = std::filesystem;

namespace {

// What a crash leaves of the journals in `living`: the same files, and no process behind them.
void copyJournals(const fs::path& living, const fs::path& dead) {
  std::error_code gone;  // files come and go while they are copied
  fs::create_directories(dead);
  fs::copy(living, dead, fs::copy_options::recursive | fs::copy_options::overwrite_existing, gone);
}

QString question(const WindowBench& bench) {
  const auto* bar = bench.window->findChild<ui::RecoveryBar*>();
  return bar->isHidden() ? QString() : bar->findChild<QLabel*>(QStringLiteral("recoveryText"))->text();
}

}  // namespace

class TestRecoverFromCrash : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void lostWorkIsOfferedAndBroughtBack();
  void recoveredWorkCountsAsUnsavedAndIsSafeAgain();
  void deletedWorkIsNotOfferedAgain();
  void aCleanEndOffersNothing();

 private:
  fs::path place(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }
  fs::path lostCopy(const char* name) const;

  QTemporaryDir m_folder;
  document::DocumentState m_state;
};

// One session that paints, places nothing and dies: its journals are the input of every test.
void TestRecoverFromCrash::initTestCase() {
  WindowBench bench(fakes::FakeBehaviour{}, place("living"));
  bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
  bench.drag({{100, 100}, {200, 120}});
  m_state = bench.document().state();
  QTRY_VERIFY_WITH_TIMEOUT((copyJournals(place("living"), place("dead")), !document::findRecoverable(place("dead")).empty()), 20'000);
}

fs::path TestRecoverFromCrash::lostCopy(const char* name) const {
  copyJournals(place("dead"), place(name));
  return place(name);
}

void TestRecoverFromCrash::lostWorkIsOfferedAndBroughtBack() {
  WindowBench bench(fakes::FakeBehaviour{}, lostCopy("offered"));
  QVERIFY(question(bench).isEmpty());
  bench.window->crashSafety().lookForLostWork();
  QTRY_VERIFY(question(bench).contains(QStringLiteral("can be brought back")));
  bench.window->findChild<QPushButton*>(QStringLiteral("recoverWork"))->click();
  QTRY_VERIFY(bench.window->openDocument().document());
  QVERIFY(bench.document().mask() == m_state.mask);
  QVERIFY(bench.document().photo().pixels == m_state.photo->pixels);
  QVERIFY(question(bench).isEmpty());
}

void TestRecoverFromCrash::recoveredWorkCountsAsUnsavedAndIsSafeAgain() {
  const fs::path folder = lostCopy("again");
  WindowBench bench(fakes::FakeBehaviour{}, folder);
  bench.window->crashSafety().lookForLostWork();
  QTRY_VERIFY(!question(bench).isEmpty());
  bench.window->findChild<QPushButton*>(QStringLiteral("recoverWork"))->click();
  QTRY_VERIFY(bench.window->openDocument().document());
  QVERIFY(bench.document().isModified());
  // The old journal goes only once the new one is there.
  QTRY_VERIFY(document::findRecoverable(folder).empty());
  copyJournals(folder, place("second crash"));
  QCOMPARE(document::findRecoverable(place("second crash")).size(), 1U);
}

void TestRecoverFromCrash::deletedWorkIsNotOfferedAgain() {
  const fs::path folder = lostCopy("deleted");
  WindowBench bench(fakes::FakeBehaviour{}, folder);
  bench.window->crashSafety().lookForLostWork();
  QTRY_VERIFY(!question(bench).isEmpty());
  bench.window->findChild<QPushButton*>(QStringLiteral("discardWork"))->click();
  QVERIFY(question(bench).isEmpty());
  QVERIFY(!bench.window->openDocument().document());
  QTRY_VERIFY(fs::is_empty(folder));
}

void TestRecoverFromCrash::aCleanEndOffersNothing() {
  {
    WindowBench bench(fakes::FakeBehaviour{}, place("clean"));
    bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
    bench.drag({{100, 100}, {200, 120}});
  }
  QThreadPool::globalInstance()->waitForDone();
  QVERIFY(document::findRecoverable(place("clean")).empty());
}

QTEST_MAIN(TestRecoverFromCrash)
#include "test_recover_from_crash.moc"
