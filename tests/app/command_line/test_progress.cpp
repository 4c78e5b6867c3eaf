#include <QJsonArray>
#include <QTest>

#include "tests/app/command_line/workplace.h"

using namespace retailor;
using namespace retailor::tests;

namespace {

Ended completeWith(const Workplace& place, const char* more) {
  return place.run(QStringLiteral("complete --method fake --photo photo.png --mask mask.png --output out.png ") +
                   QString::fromLatin1(more));
}

double number(const QJsonObject& event, const char* key) { return event.value(QLatin1String(key)).toDouble(-1); }

}  // namespace

class TestProgress : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void jsonTellsTheWholeRunInOrder();
  void jsonTellsOfAFailure();
  void plainKeepsStandardOutputClean();
  void noneIsSilent();
};

void TestProgress::jsonTellsTheWholeRunInOrder() {
  const Workplace place;
  const Ended ended = completeWith(place, "--progress json --variations 2 --previews shown");
  QCOMPARE(ended.code, 0);
  QVERIFY(ended.err.isEmpty());
  const QList<QJsonObject> list = events(ended.out);
  double seconds = 0, done = 0;
  QHash<QString, int> count;
  for (const QJsonObject& event : list) {
    QVERIFY(!kind(event).isEmpty());
    ++count[kind(event)];
    QVERIFY(number(event, "seconds") >= seconds);
    seconds = number(event, "seconds");
    if (kind(event) != QLatin1String("step")) continue;
    QVERIFY(number(event, "done") >= done && number(event, "done") <= 1.0);
    done = number(event, "done");
    QVERIFY(number(event, "remaining") >= 0);
  }
  QCOMPARE(done, 1.0);
  QCOMPARE(count[QStringLiteral("stage")], 2);
  QCOMPARE(count[QStringLiteral("step")], 16);
  QCOMPARE(count[QStringLiteral("preview")], 16);
  QCOMPARE(count[QStringLiteral("note")], 1);
  QCOMPARE(kind(list.last()), QStringLiteral("done"));
  QCOMPARE(list.last().value(QLatin1String("outputs")).toArray(), (QJsonArray{QStringLiteral("out.png"), QStringLiteral("out-2.png")}));
}

void TestProgress::jsonTellsOfAFailure() {
  const Workplace place;
  const Ended ended = completeWith(place, "--progress json --window 0:0:9999:10");
  const QJsonObject last = events(ended.out).last();
  QCOMPARE(kind(last), QStringLiteral("failed"));
  QCOMPARE(number(last, "exit"), 2.0);
  QVERIFY(ended.err.contains(last.value(QLatin1String("sentence")).toString()));
}

void TestProgress::plainKeepsStandardOutputClean() {
  const Workplace place;
  const Ended ended = completeWith(place, "");
  QVERIFY(ended.out.isEmpty());
  QVERIFY(ended.err.contains(QStringLiteral("Drawing\n")));
  QVERIFY(ended.err.contains(QStringLiteral("out.png\n")));
  QVERIFY(!ended.err.contains(QLatin1Char('\r')));  // no terminal, no redrawn line
}

void TestProgress::noneIsSilent() {
  const Workplace place;
  const Ended ended = completeWith(place, "--progress none");
  QCOMPARE(ended.code, 0);
  QVERIFY(ended.out.isEmpty() && ended.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestProgress)
#include "test_progress.moc"
