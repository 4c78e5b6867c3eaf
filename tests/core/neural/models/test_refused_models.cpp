#include <QtTest>

#include "tests/parity/networks/refusals.h"

using namespace retailor;

class TestRefusedModels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void modelsThatDoNotFitAreRefusedWithAReason_data() {
    QTest::addColumn<QString>("words");
    for (const auto& refusal : parity::refusals()) QTest::newRow(refusal.name.c_str()) << QString::fromStdString(refusal.words);
  }

  void modelsThatDoNotFitAreRefusedWithAReason() {
    QFETCH(QString, words);
    const QString sentence = QString::fromStdString(parity::sentenceOf(QTest::currentDataTag()));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY(sentence.endsWith(QLatin1Char('.')));
  }
};

QTEST_GUILESS_MAIN(TestRefusedModels)
#include "test_refused_models.moc"
