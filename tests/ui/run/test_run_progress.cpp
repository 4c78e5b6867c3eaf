#include <QtTest>

#include "ui/run/run_progress.h"

using retailor::ui::RunProgress;

class TestRunProgress : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theShareIsWhatTheStagesWeigh() {
    RunProgress progress;
    QCOMPARE(progress.share(), 0.0);
    progress.stageBegan(0.25);
    progress.stepDone(1, 2);
    QCOMPARE(progress.share(), 0.125);
    progress.stageBegan(0.75);
    QCOMPARE(progress.share(), 0.25);
    progress.stepDone(3, 3);
    QCOMPARE(progress.share(), 1.0);
  }

  void theShareNeverFallsNorPassesOne() {
    RunProgress progress;
    progress.stageBegan(0.8);
    progress.stepDone(4, 4);
    progress.stepDone(1, 4);
    QCOMPARE(progress.share(), 0.8);
    progress.stageBegan(5);
    progress.stepDone(9, 3);
    QCOMPARE(progress.share(), 1.0);
  }

  void theTimeToGoFollowsTheRate() {
    RunProgress progress;
    progress.stageBegan(1);
    QVERIFY(progress.remaining(10) < 0);
    progress.stepDone(1, 4);
    QCOMPARE(progress.remaining(10), 30.0);
    QVERIFY2(progress.remaining(0.01) < 0, "an estimate from a hundredth of a second is none");
  }
};

QTEST_APPLESS_MAIN(TestRunProgress)
#include "test_run_progress.moc"
