#include <QRandomGenerator>
#include <QTest>
#include <csignal>

#include "tests/app/command_line/workplace.h"

using namespace retailor;
using namespace retailor::tests;

class TestHowRunsEnd : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void failuresHaveTheirExitCodes_data();
  void failuresHaveTheirExitCodes();
  void withoutTheMethodsLibraryOneSentenceSaysSo();
  void signalsCancelAtAnyMomentAndLeaveNothing_data();
  void signalsCancelAtAnyMomentAndLeaveNothing();
};

void TestHowRunsEnd::failuresHaveTheirExitCodes_data() {
  QTest::addColumn<QString>("method");
  QTest::addColumn<int>("code");
  QTest::addColumn<QString>("says");
  QTest::newRow("done") << "fake" << 0 << "";
  QTest::newRow("failure") << "fake-failing" << 1 << "told to fail";
  QTest::newRow("exception") << "fake-throwing" << 1 << "told to throw";
  QTest::newRow("weights missing") << "fake-without-weights" << 3 << "U-Net weights";
  QTest::newRow("out of memory") << "fake-out-of-memory" << 4 << "memory";
}

void TestHowRunsEnd::failuresHaveTheirExitCodes() {
  QFETCH(QString, method);
  QFETCH(int, code);
  QFETCH(QString, says);
  const Workplace place;
  const Ended ended =
      place.run(QStringLiteral("complete --photo photo.png --mask mask.png --output out.png --progress none --method ") + method);
  QCOMPARE(ended.code, code);
  QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
  QCOMPARE(ended.err.count(QLatin1Char('\n')), code == 0 ? 0 : 1);
  QCOMPARE(place.entries().contains(QStringLiteral("out.png")), code == 0);
}

void TestHowRunsEnd::withoutTheMethodsLibraryOneSentenceSaysSo() {
  const Workplace place;
  const QString arguments = QStringLiteral("complete --method fake --photo photo.png --mask mask.png --output out.png");
  QFile::remove(place.path(QStringLiteral("programs/libretailor-methods.so")));
  const Ended missing = place.run(arguments);
  QCOMPARE(missing.code, 1);
  QVERIFY2(missing.err.contains(QStringLiteral("libretailor-methods.so")), qPrintable(missing.err));
  place.writeText(QStringLiteral("programs/libretailor-methods.so"), "not a library");
  const Ended broken = place.run(arguments);
  QCOMPARE(broken.code, 1);
  QVERIFY2(broken.err.contains(QStringLiteral("cannot be used")), qPrintable(broken.err));
}

void TestHowRunsEnd::signalsCancelAtAnyMomentAndLeaveNothing_data() {
  QTest::addColumn<int>("signal");
  QTest::newRow("SIGINT") << SIGINT;
  QTest::newRow("SIGTERM") << SIGTERM;
}

// Signals are sent once the program tells of its first step, and up to half a second later. How soon they are heeded is counted in steps of
// the method, of which there are 200: seconds differ on a machine that is busy.
void TestHowRunsEnd::signalsCancelAtAnyMomentAndLeaveNothing() {
  QFETCH(int, signal);
  const Workplace place;
  const QStringList before = place.entries();
  for (int i = 0; i < 10; ++i) {
    QProcess process;
    process.setWorkingDirectory(place.folder());
    process.start(place.fakeProgram(),
                  QStringLiteral("complete --method fake-slow --photo photo.png --mask mask.png --output out.png --recipe-out r.json "
                                 "--progress json")
                      .split(QLatin1Char(' ')));
    QVERIFY(process.waitForReadyRead(20000));
    QTest::qSleep(static_cast<int>(QRandomGenerator::global()->bounded(500U)));
    while (process.waitForReadyRead(0)) process.readAllStandardOutput();
    kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(20000));
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(said.count(QLatin1Char('\n')) < 20, qPrintable(said));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 5);
    QCOMPARE(kind(events(said).last()), QStringLiteral("cancelled"));
    QCOMPARE(place.entries(), before);
  }
}

QTEST_GUILESS_MAIN(TestHowRunsEnd)
#include "test_how_runs_end.moc"
