#include <QtTest>
#include <ctime>
#include <random>

#include "tests/ui/run/fake_runs.h"
#include "tests/ui/run/small_document.h"
#include "ui/run/run_session.h"

using namespace retailor;
using namespace retailor::ui;
using namespace std::chrono_literals;
using fakes::FakeMethod;

namespace {

using tests::source;

void load(RunSession& session) {
  QSignalSpy loaded(&session, &RunSession::methodsLoaded);
  session.loadMethods();
  QTRY_COMPARE(loaded.count(), 1);
}

double cpuSecondsOfThisThread() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

class TestRunSession : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void methodsAreLoadedOffTheMainThread() {
    OpenDocument open;
    std::atomic<QThread*> where = nullptr;
    RunSession session(open, [&where]() -> Result<Methods> {
      where = QThread::currentThread();
      return Methods{std::make_shared<FakeMethod>()};
    });
    load(session);
    QVERIFY(where.load() != QThread::currentThread());
    QVERIFY(session.method("fake") != nullptr);
    QVERIFY(session.method("another") == nullptr);
  }

  void aLibraryThatCannotBeLoadedIsASentence() {
    OpenDocument open;
    RunSession session(open, []() -> Result<Methods> { return Failure{FailureKind::Internal, "The library is gone."}; });
    QSignalSpy failed(&session, &RunSession::failed);
    session.loadMethods();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].toString(), QStringLiteral("The library is gone."));
    QVERIFY(session.loadFailed());
  }

  void aRunStagesItsCandidatesInTheDocument() {
    OpenDocument open;
    RunSession session(open, source({}));
    load(session);
    document::Document& document = tests::openPainted(open);
    completion::CompletionSettings settings = document.state().settings;
    settings.variations = 3;
    document.undoStack().push(new document::ChangeSettingsEdit(document, settings));
    QSignalSpy staged(&session, &RunSession::candidatesStaged), finished(&session, &RunSession::runFinished);
    QSignalSpy progressed(&session, &RunSession::progressed);
    session.start();
    QVERIFY(session.running());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!session.running());
    QCOMPARE(document.state().candidates.size(), std::size_t{3});
    QCOMPARE(staged.count(), 1);
    QCOMPARE(staged[0][0].toULongLong(), quint64{document.state().candidates[0].id});
  }

  void theMainThreadOnlyTakesACopyToStart() {
    OpenDocument open;
    RunSession session(open, source({}));
    load(session);
    tests::openPainted(open, {4000, 3000}, {100, 100, 200, 200});
    const double before = cpuSecondsOfThisThread();
    session.start();
    const double spent = cpuSecondsOfThisThread() - before;
    QVERIFY2(spent < 0.05, qPrintable(QStringLiteral("%1 s").arg(spent)));
    QSignalSpy finished(&session, &RunSession::runFinished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
  }

  void newestPreviewsWinAtMostFifteenTimesASecond() {
    OpenDocument open;
    RunSession session(open, source(tests::slow(400, 2ms)));
    load(session);
    tests::openPainted(open);
    QSignalSpy previews(&session, &RunSession::previewReady), finished(&session, &RunSession::runFinished);
    QElapsedTimer clock;
    clock.start();
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    QVERIFY(previews.count() >= 3);
    QVERIFY2(previews.count() <= seconds * 15 + 1, qPrintable(QStringLiteral("%1 in %2 s").arg(previews.count()).arg(seconds)));
    QCOMPARE(previews[0][0].toRect(), QRect(22, 12, 40, 32));
  }

  void cancelledAtAnyMomentTheNextRunIsUndisturbed() {
    OpenDocument open;
    RunSession session(open, source(tests::slow(20, 3ms)));
    load(session);
    document::Document& document = tests::openPainted(open);
    QSignalSpy finished(&session, &RunSession::runFinished), cancelled(&session, &RunSession::cancelled);
    session.start();
    QTRY_COMPARE(finished.count(), 1);
    const image::Bitmap expected = *document.state().candidates[0].result.pixels;
    std::mt19937 dice(4);  // always the same moments
    for (int round = 0; round < 20; ++round) {
      cancelled.clear();
      finished.clear();
      session.start();
      QTest::qWait(static_cast<int>(dice() % 45));
      QElapsedTimer clock;
      clock.start();
      session.cancel();
      QTRY_COMPARE(finished.count(), 1);
      QVERIFY2(clock.elapsed() < 1000, "cancel took too long");
      QCOMPARE(cancelled.count(), 1);
    }
    QCOMPARE(document.state().candidates.size(), std::size_t{1});
    finished.clear();
    session.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(document.state().candidates.size(), std::size_t{2});
    QVERIFY(*document.state().candidates[1].result.pixels == expected);
  }

  void aRunGivenUpBeforeItIsPreparedEndsAtOnce() {
    OpenDocument open;
    RunSession session(open, source({}));
    load(session);
    tests::openPainted(open, {3000, 2000}, {10, 10, 50, 50});
    QSignalSpy finished(&session, &RunSession::runFinished);
    session.start();
    session.cancel();
    QCOMPARE(finished.count(), 1);
    QVERIFY(!session.running());
  }

  void resultsForADocumentClosedMeanwhileAreDropped() {
    OpenDocument open;
    RunSession session(open, source(tests::slow(50, 5ms)));
    load(session);
    tests::openPainted(open);
    QSignalSpy previews(&session, &RunSession::previewReady), finished(&session, &RunSession::runFinished),
        staged(&session, &RunSession::candidatesStaged);
    session.start();
    QTRY_VERIFY(previews.count() > 0);
    document::Document& other = tests::openPainted(open);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(other.state().candidates.empty());
    QCOMPARE(staged.count(), 0);
    open.replace(nullptr, {}, {});
    session.start();
    QVERIFY(!session.running());
  }

  void aFailureIsASentenceAndStagesNothing() {
    OpenDocument open;
    RunSession session(open, source(tests::failing(3, "It does not fit.")));
    load(session);
    document::Document& document = tests::openPainted(open);
    QSignalSpy failed(&session, &RunSession::failed), finished(&session, &RunSession::runFinished);
    session.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(failed[0][0].toString(), QStringLiteral("It does not fit."));
    QVERIFY(document.state().candidates.empty());
    QVERIFY(document.undoStack().isClean());
  }

  void anEmptyMaskIsASentence() {
    OpenDocument open;
    RunSession session(open, source({}));
    load(session);
    tests::openPainted(open, {64, 64}, {});
    QSignalSpy failed(&session, &RunSession::failed), finished(&session, &RunSession::runFinished);
    session.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(failed.count(), 1);
    QVERIFY(!failed[0][0].toString().isEmpty());
  }

  void anUnknownMethodIsASentence() {
    OpenDocument open;
    RunSession session(open, source({}));
    load(session);
    document::Document& document = tests::openPainted(open);
    completion::CompletionSettings settings = document.state().settings;
    settings.method = "another";
    document.undoStack().push(new document::ChangeSettingsEdit(document, settings));
    QSignalSpy failed(&session, &RunSession::failed);
    session.start();
    QCOMPARE(failed.count(), 1);
    QVERIFY(!session.running());
  }

  void stopAndKeepStagesWhatThereIs() {
    OpenDocument open;
    RunSession session(open, source(tests::slow(200, 5ms)));
    load(session);
    document::Document& document = tests::openPainted(open);
    QSignalSpy steps(&session, &RunSession::stepDone), finished(&session, &RunSession::runFinished);
    session.start();
    QTRY_VERIFY(steps.count() > 0);
    session.keepNow();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(document.state().candidates.size(), std::size_t{1});
    const int kept = document.state().candidates[0].result.recipe.settings.stopAfterStep;
    QVERIFY(kept > 0 && kept < 200);
  }

  void aSecondStartDuringARunIsIgnored() {
    OpenDocument open;
    RunSession session(open, source(tests::slow(10, 5ms)));
    load(session);
    document::Document& document = tests::openPainted(open);
    QSignalSpy started(&session, &RunSession::runStarted), finished(&session, &RunSession::runFinished);
    session.start();
    session.start();
    QTRY_COMPARE(finished.count(), 1);
    QTest::qWait(50);
    QCOMPARE(started.count(), 1);
    QCOMPARE(document.state().candidates.size(), std::size_t{1});
  }

  void theSessionCanGoInTheMiddleOfARun() {
    for (int wait : {0, 1, 20, 60}) {
      OpenDocument open;
      auto session = std::make_unique<RunSession>(open, source(tests::slow(1000, 5ms)));
      load(*session);
      tests::openPainted(open);
      session->start();
      QTest::qWait(wait);
      QElapsedTimer clock;
      clock.start();
      session.reset();
      QVERIFY(clock.elapsed() < 1000);
    }
  }

  void theDocumentMayBePaintedOnDuringARun() {
    OpenDocument open;
    RunSession session(open, source(tests::slow(20, 3ms)));
    load(session);
    document::Document& document = tests::openPainted(open);
    QSignalSpy finished(&session, &RunSession::runFinished);
    session.start();
    tests::paint(document, {0, 0, 5, 5});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(document.state().candidates[0].result.window, (image::Rect{22, 12, 40, 32}));  // of the mask as it was
  }
};

QTEST_MAIN(TestRunSession)
#include "test_run_session.moc"
