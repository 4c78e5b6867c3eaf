#include <QtTest>

#include "tests/parity/networks/golden_cases.h"

using namespace retailor;

class TestNetworkParity : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void networksComputeWhatTheReferenceComputes_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("tolerance");
    for (const auto& name : parity::goldenCases())
      QTest::newRow(name.c_str()) << QString::fromStdString(name) << toleranceOf(QString::fromStdString(name));
  }

  void networksComputeWhatTheReferenceComputes() {
    QFETCH(QString, name);
    QFETCH(double, tolerance);
    const auto comparisons = parity::compared(name.toStdString());
    QVERIFY(!comparisons.empty());
    for (const auto& comparison : comparisons)
      QVERIFY2(comparison.difference <= tolerance, (comparison.output + " differs by " + std::to_string(comparison.difference)).c_str());
  }

 private:
  // Bytes of pictures are equal or wrong; networks round differently within what F32 leaves open.
  static double toleranceOf(const QString& name) {
    const bool exact = name.startsWith(QStringLiteral("resize")) || name.startsWith(QStringLiteral("preprocess"));
    if (exact) return 0;
    // The reference's own decoders differ by as much between the layouts that a map may have in memory.
    return name == QStringLiteral("vae-decode") ? 2e-5 : 1e-5;
  }
};

QTEST_GUILESS_MAIN(TestNetworkParity)
#include "test_network_parity.moc"
