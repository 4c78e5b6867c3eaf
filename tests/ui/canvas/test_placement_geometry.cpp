#include <QtTest>

#include "ui/canvas/placement_geometry.h"

using namespace retailor;
using completion::Placement;

class TestPlacementGeometry : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void turningIsClockwiseAboutTheCentre();
  void scalingKeepsCentreAndShape();
  void fillingPutsTheCountedPartIntoTheTarget();
};

void TestPlacementGeometry::turningIsClockwiseAboutTheCentre() {
  const auto corners = ui::placementCorners(Placement{10, 20, 100, 50, 90});
  // The top left corner comes to lie top right.
  QVERIFY(QLineF(corners[0], QPointF(85, -5)).length() < 1e-6);
  QVERIFY(ui::placementHolds(Placement{10, 20, 100, 50, 90}, QPointF(60, 90)));
  QVERIFY(!ui::placementHolds(Placement{10, 20, 100, 50, 90}, QPointF(20, 45)));
}

void TestPlacementGeometry::scalingKeepsCentreAndShape() {
  const Placement before{10, 20, 100, 50, 30}, after = ui::scaledAboutCentre(before, 2);
  QCOMPARE(ui::placementCentre(after), ui::placementCentre(before));
  QCOMPARE(after.width / after.height, 2.0);
  QCOMPARE(after.degrees, 30.0);
  QVERIFY(ui::scaledAboutCentre(before, 1e-9).height >= 3.9);
}

void TestPlacementGeometry::fillingPutsTheCountedPartIntoTheTarget() {
  const Placement placed = ui::placementFilling({400, 300}, {100, 50, 100, 100}, {1000, 1000, 200, 400});
  QCOMPARE(placed.width, 800.0);
  QCOMPARE(placed.x + 150 * 2, 1100.0);
  QCOMPARE(placed.y + 100 * 2, 1200.0);
}

QTEST_GUILESS_MAIN(TestPlacementGeometry)
#include "test_placement_geometry.moc"
