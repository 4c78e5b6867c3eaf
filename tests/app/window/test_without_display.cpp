#include <QProcess>
#include <QtTest>

namespace {

struct Ended {
  int code = -1;  // -1: killed by a signal, or never ended
  QString out, err;
};

// The window's program where there is no display, or one that does not answer.
Ended run(const QStringList& arguments, const QString& display = {}) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) environment.remove(QString::fromLatin1(name));
  if (!display.isEmpty()) environment.insert(QStringLiteral("DISPLAY"), display);
  environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
  process.setProcessEnvironment(environment);
  process.start(QStringLiteral(RETAILOR_BINARY_DIR "/bin/retailor"), arguments);
  if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) return {};
  return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

}  // namespace

class TestWithoutDisplay : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void helpAndVersionArePrinted_data() {
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("says");
    QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("--screenshot");
    QTest::newRow("short help") << QStringLiteral("-h") << QStringLiteral("--screenshot");
    QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral("retailor ");
  }
  void helpAndVersionArePrinted() {
    QFETCH(QString, option);
    QFETCH(QString, says);
    const Ended ended = run({option});
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.out.contains(says), qPrintable(ended.out));
    QVERIFY2(ended.err.isEmpty(), qPrintable(ended.err));
  }

  void theWindowIsRefusedInOneSentence_data() {
    QTest::addColumn<QString>("display");
    QTest::newRow("none") << QString();
    QTest::newRow("one that does not answer") << QStringLiteral(":987");
  }
  void theWindowIsRefusedInOneSentence() {
    QFETCH(QString, display);
    const Ended ended = run({}, display);
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.err.count(QLatin1Char('\n')), 1);
    QVERIFY2(ended.err.contains(QStringLiteral("display")), qPrintable(ended.err));
  }
};

QTEST_GUILESS_MAIN(TestWithoutDisplay)
#include "test_without_display.moc"
