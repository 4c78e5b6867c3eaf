#include <QTest>

#include "tests/app/command_line/workplace.h"

using namespace retailor;
using namespace retailor::tests;

class TestBatch : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyLineIsOneRun();
  void failingLineIsNamedAndTheRestGoesOn();
  void valuesNeverPassForOptions();
  void missingListIsRefused();
};

void TestBatch::everyLineIsOneRun() {
  const Workplace place;
  place.writeText(
      QStringLiteral("list.jsonl"),
      R"({"photo": "photo.png", "mask": "mask.png", "output": "a.png", "method": "fake", "seed": 1, "embed-recipe": true})"
      "\n\n"
      R"({"photo": "photo.png", "mask": "mask.png", "output": "b.png", "method": "fake", "strength": 0.5, "embed-recipe": false, )"
      R"("reference": ["face=shirt.png", "shoes=shirt.png,weight=0.5"]})"
      "\n");
  const Ended ended = place.run(QStringLiteral("batch list.jsonl --progress json"));
  QVERIFY2(ended.code == 0, qPrintable(ended.err));
  QVERIFY(place.entries().contains(QStringLiteral("a.png")) && place.entries().contains(QStringLiteral("b.png")));
  QCOMPARE(events(ended.out).first().value(QLatin1String("line")).toInt(), 1);
  QCOMPARE(events(ended.out).last().value(QLatin1String("line")).toInt(), 3);
}

void TestBatch::failingLineIsNamedAndTheRestGoesOn() {
  const Workplace place;
  place.writeText(QStringLiteral("list.jsonl"),
                  "{\"photo\": \"gone.png\", \"mask\": \"mask.png\", \"output\": \"a.png\", \"method\": \"fake\"}\n"
                  "not JSON\n"
                  "{\"phot\": \"photo.png\"}\n"
                  "{\"photo\": {\"a\": 1}}\n"
                  "{\"photo\": \"photo.png\", \"mask\": \"mask.png\", \"output\": \"b.png\", \"method\": \"fake-out-of-memory\"}\n"
                  "{\"photo\": \"photo.png\", \"mask\": \"mask.png\", \"output\": \"c.png\", \"method\": \"fake\"}\n");
  const Ended ended = place.run(QStringLiteral("batch list.jsonl --progress none"));
  QCOMPARE(ended.code, 2);
  for (const char* part : {"line 1: ", "gone.png", "line 2: ", "line 3: ", "--phot", "line 4: ", "line 5: "})
    QVERIFY2(ended.err.contains(QString::fromLatin1(part)), part);
  QVERIFY(place.entries().contains(QStringLiteral("c.png")));
  QVERIFY(!place.entries().contains(QStringLiteral("b.png")));
}

void TestBatch::valuesNeverPassForOptions() {
  const Workplace place;
  place.writeText(QStringLiteral("list.jsonl"), R"({"photo": "--output", "mask": "mask.png", "output": "a.png", "method": "fake"})");
  const Ended ended = place.run(QStringLiteral("batch list.jsonl"));
  QCOMPARE(ended.code, 2);
  QVERIFY2(ended.err.contains(QStringLiteral("“--output”")), qPrintable(ended.err));
}

void TestBatch::missingListIsRefused() {
  const Workplace place;
  const Ended ended = place.run(QStringLiteral("batch gone.jsonl"));
  QCOMPARE(ended.code, 2);
  QVERIFY(ended.err.contains(QStringLiteral("gone.jsonl")));
}

QTEST_GUILESS_MAIN(TestBatch)
#include "test_batch.moc"
