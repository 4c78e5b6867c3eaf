#include <QtTest>

#include "tests/parity/networks/reference_claims.h"

using namespace retailor;

class TestRegionReferences : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void referencesAreReadAsClaimed_data() {
    QTest::addColumn<QString>("claim");
    for (const auto& claim : parity::referenceClaims()) QTest::newRow(claim.c_str()) << QString::fromStdString(claim);
  }

  void referencesAreReadAsClaimed() {
    QFETCH(QString, claim);
    const double shortfall = parity::shortOf(claim.toStdString());
    const double allowed = claim.startsWith(QLatin1String("equal")) ? 0 : 1e-5;
    QVERIFY2(shortfall <= allowed, qPrintable(QString::number(shortfall)));
  }
};

QTEST_GUILESS_MAIN(TestRegionReferences)
#include "test_region_references.moc"
