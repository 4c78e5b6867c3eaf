#include <QtTest>

#include "tests/parity/networks/kernel_cases.h"

using namespace retailor;

class TestKernels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernelsComputeWhatLibtorchComputes_data() {
    QTest::addColumn<QString>("name");
    for (const auto& name : parity::kernelCases()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }

  void kernelsComputeWhatLibtorchComputes() {
    QFETCH(QString, name);
    const double difference = parity::kernelDifference(name.toStdString());
    QVERIFY2(difference <= 5e-6, qPrintable(QString::number(difference)));
  }
};

QTEST_GUILESS_MAIN(TestKernels)
#include "test_kernels.moc"
