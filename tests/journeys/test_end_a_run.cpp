// Runs that do not go to their end: cancelled, failed, kept early, or the window closed meanwhile.
#include <QLabel>
#include <algorithm>

#include "tests/journeys/window_bench.h"
#include "ui/window/message_bar.h"

using namespace retailor;
using namespace retailor::journeys;

namespace {

fakes::FakeBehaviour slow() {
  fakes::FakeBehaviour fake;
  fake.steps = 500;
  fake.stepTime = std::chrono::milliseconds(20);
  return fake;
}

fakes::FakeBehaviour failing() {
  fakes::FakeBehaviour fake = slow();
  fake.failAtStep = 4;
  fake.failure = Failure{FailureKind::Internal, "The fake was told to fail."};
  return fake;
}

void openAndStart(WindowBench& bench) {
  bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
  QTRY_VERIFY(!bench.window->session().methods().empty());
  bench.drag({{100, 100}, {200, 120}});
  QSignalSpy previews(&bench.window->session(), &ui::RunSession::previewReady);
  bench.trigger("run_start");
  QTRY_VERIFY(!bench.window->session().running() || !previews.isEmpty());
}

}  // namespace

class TestEndARun : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cancelEndsTheRunAtOnceAndTheNextRunGoes();
  void keptEarlyARunGivesItsCandidate();
  void failureIsOneSentence();
  void closingTheWindowCancelsTheRun();
  void closingAsksToSave();
  void savingOnCloseWritesTheProject();
};

void TestEndARun::cancelEndsTheRunAtOnceAndTheNextRunGoes() {
  WindowBench bench(slow());
  openAndStart(bench);
  ui::RunSession& session = bench.window->session();
  for (int i = 0; i < 5; ++i) {
    if (!session.running()) bench.trigger("run_start");
    QTest::qWait(37 * i);
    QElapsedTimer clock;
    clock.start();
    QTest::keyClick(bench.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!session.running());
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(bench.document().state().candidates.empty());
  }
}

void TestEndARun::keptEarlyARunGivesItsCandidate() {
  WindowBench bench(slow());
  openAndStart(bench);
  bench.trigger("run_keep");
  QTRY_VERIFY(!bench.window->session().running());
  QCOMPARE(bench.document().state().candidates.size(), std::size_t{1});
  QVERIFY(bench.document().state().candidates.front().result.recipe.settings.stopAfterStep > 0);
}

void TestEndARun::failureIsOneSentence() {
  WindowBench bench(failing());
  openAndStart(bench);
  QTRY_VERIFY(!bench.window->session().running());
  const QString sentence = QStringLiteral("The fake was told to fail.");
  QCOMPARE(bench.window->findChild<ui::MessageBar*>()->sentence(), sentence);
  const auto labels = bench.window->findChildren<QLabel*>();
  QCOMPARE(std::ranges::count_if(labels, [&](const QLabel* label) { return label->isVisible() && label->text() == sentence; }), 1);
  QVERIFY(bench.document().state().candidates.empty());
  bench.trigger("run_start");
  QVERIFY2(bench.window->findChild<ui::MessageBar*>()->sentence().isEmpty(), "what the last run said is not true of this one");
}

void TestEndARun::closingTheWindowCancelsTheRun() {
  WindowBench bench(slow());
  openAndStart(bench);
  bench.prompts.answer = ui::SaveAnswer::Discard;
  QElapsedTimer clock;
  clock.start();
  bench.window->close();
  QVERIFY2(clock.elapsed() < 50, "closing must not wait for the run");
  QTRY_VERIFY(!bench.window->isVisible());
  QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
  QVERIFY(!bench.window->session().running());
}

void TestEndARun::closingAsksToSave() {
  WindowBench bench;
  bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
  bench.drag({{100, 100}, {200, 120}});
  bench.prompts.answer = ui::SaveAnswer::Cancel;
  bench.window->close();
  QCOMPARE(bench.prompts.askedToSave, 1);
  QVERIFY(bench.window->isVisible());
  bench.prompts.answer = ui::SaveAnswer::Discard;
  bench.window->close();
  QTRY_VERIFY(!bench.window->isVisible());
}

void TestEndARun::savingOnCloseWritesTheProject() {
  WindowBench bench;
  bench.open(bench.picture(QStringLiteral("person.png"), {320, 240}, 60));
  bench.drag({{100, 100}, {200, 120}});
  bench.prompts.answer = ui::SaveAnswer::Save;
  bench.prompts.fileToSave = bench.file(QStringLiteral("kept.ora"));
  bench.window->close();
  QTRY_VERIFY(!bench.window->isVisible());
  QVERIFY(QFileInfo::exists(bench.prompts.fileToSave));
}

QTEST_MAIN(TestEndARun)
#include "test_end_a_run.moc"
