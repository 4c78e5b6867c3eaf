#include <QtTest>

#include "core/mask/mask_combine.h"

using namespace retailor;
using mask::Mask;

class TestMaskCombine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyPairOfCoveragesCombines() {
    Mask a({256, 256}), b({256, 256});
    for (int y = 0; y < 256; ++y) {
      for (int x = 0; x < 256; ++x) {
        a.row(y)[x] = static_cast<std::uint8_t>(x);
        b.row(y)[x] = static_cast<std::uint8_t>(y);
      }
    }
    const Mask both = added(a, b), less = subtracted(a, b), common = intersection(a, b), other = inverted(a);
    for (int y = 0; y < 256; ++y) {
      for (int x = 0; x < 256; ++x) {
        QCOMPARE(both.at(x, y), std::max(x, y));
        QCOMPARE(less.at(x, y), std::min(x, 255 - y));
        QCOMPARE(common.at(x, y), std::min(x, y));
        QCOMPARE(other.at(x, y), 255 - x);
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestMaskCombine)
#include "test_mask_combine.moc"
