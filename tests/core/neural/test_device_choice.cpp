#include <QtTest>

#include "core/neural/tensor/device_choice.h"

using namespace retailor;

class TestDeviceChoice : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theCpuIsAlwaysUsable() {
    const neural::Devices devices = neural::findDevices();
    QVERIFY(!devices.usable.empty());
    QCOMPARE(devices.usable.front().key, std::string("cpu"));
    QVERIFY(devices.usable.front().freeBytes > 0);
  }

  void libtorchIsThePinnedOne() { QCOMPARE(neural::findDevices().libtorchVersion.substr(0, 6), std::string("2.11.0")); }

  void absentCudaIsExplained() {
    const neural::Devices devices = neural::findDevices();
    QCOMPARE(devices.whyNoCuda.empty(), devices.usable.back().key == "cuda");
  }

  void aGraphicsCardHasAName() {
    if (!neural::findDevices().whyNoCuda.empty()) QSKIP("There is no CUDA device on this machine.");
    QVERIFY(!neural::cudaDeviceName().empty());
  }
};

QTEST_GUILESS_MAIN(TestDeviceChoice)
#include "test_device_choice.moc"
