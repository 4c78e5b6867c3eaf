#include <QtTest>

#include "tests/parity/networks/small_map_cases.h"

using namespace retailor;

class TestSmallMaps : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void mapsOfOnePixelAreComputedAsAllOthers_data() {
    QTest::addColumn<QString>("name");
    for (const auto& name : parity::smallMapCases()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }

  void mapsOfOnePixelAreComputedAsAllOthers() {
    QFETCH(QString, name);
    const double difference = parity::smallMapDifference(name.toStdString());
    // Norms over a pixel's few numbers amplify the last digits.
    QVERIFY2(difference <= 1e-4, qPrintable(QString::number(difference)));
  }
};

QTEST_GUILESS_MAIN(TestSmallMaps)
#include "test_small_maps.moc"
