#include <QtTest>

#include "core/mask/brush_dab.h"

using namespace retailor::mask;

class TestBrushDab : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void coverageFallsFromCentreToRim_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("hardness");
    QTest::addColumn<double>("distance");
    QTest::addColumn<int>("coverage");
    QTest::newRow("centre") << 20.0 << 0.5 << 0.0 << 255;
    QTest::newRow("end of the hard core") << 20.0 << 0.5 << 10.0 << 255;
    QTest::newRow("half way down") << 20.0 << 0.5 << 15.25 << 128;
    QTest::newRow("past the rim") << 20.0 << 0.5 << 20.5 << 0;
    QTest::newRow("hard, inside") << 20.0 << 1.0 << 19.5 << 255;
    QTest::newRow("hard, on the rim") << 20.0 << 1.0 << 20.0 << 128;
    QTest::newRow("hard, outside") << 20.0 << 1.0 << 20.5 << 0;
    QTest::newRow("soft, near the centre") << 20.0 << 0.0 << 10.25 << 128;
    QTest::newRow("smallest, centre") << 0.5 << 1.0 << 0.0 << 255;
    QTest::newRow("smallest, next pixel") << 0.5 << 1.0 << 1.0 << 0;
    QTest::newRow("largest") << 1024.0 << 1.0 << 1023.0 << 255;
  }
  void coverageFallsFromCentreToRim() {
    QFETCH(double, radius);
    QFETCH(double, hardness);
    QFETCH(double, distance);
    QTEST(int(dabCoverage({radius, hardness, 1.0}, distance)), "coverage");
  }

  void coverageNeverRisesOutwards() {
    for (double hardness : {0.0, 0.3, 0.99, 1.0}) {
      int last = 255;
      for (double distance = 0; distance < 30; distance += 0.05) {
        const int coverage = dabCoverage({24, hardness, 1.0}, distance);
        QVERIFY(coverage <= last);
        last = coverage;
      }
      QCOMPARE(last, 0);
    }
  }

  void opacityScalesTheWholeDab() {
    QCOMPARE(int(dabCoverage({20, 1, 0.5}, 0)), 128);
    QCOMPARE(int(dabCoverage({20, 1, 0.0}, 0)), 0);
    QCOMPARE(int(dabCoverage({20, 1, 7.0}, 0)), 255);
  }
};

QTEST_GUILESS_MAIN(TestBrushDab)
#include "test_brush_dab.moc"
