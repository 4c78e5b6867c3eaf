#include <QtTest>

#include "core/regions/maps/import_map.h"
#include "core/regions/maps/trim_faces.h"
#include "tests/core/regions/drawn_figure.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

constexpr image::Size kSize{200, 160};
constexpr int kNeckEnds = 110;

// Faces of 30 × 40 at their places, each with a neck of 14 below that goes down to kNeckEnds.
mask::Labels headsAt(const std::vector<QPoint>& places) {
  mask::Labels parts(kSize);
  for (const QPoint& at : places)
    for (int y = at.y(); y < kNeckEnds; ++y)
      for (int x = at.x(); x < at.x() + 30; ++x)
        if (y < at.y() + 40 || std::abs(x - at.x() - 15) < 7) parts.row(y)[x] = static_cast<std::uint8_t>(BodyPart::Face);
  return parts;
}

int lowest(const mask::Labels& parts, BodyPart part, int from, int to) {
  for (int y = parts.height() - 1; y >= 0; --y)
    for (int x = from; x < to; ++x)
      if (parts.at(x, y) == static_cast<std::uint8_t>(part)) return y;
  return -1;
}

}  // namespace

class TestTrimFaces : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theNeckBelowTheChinBecomesSkin() {
    mask::Labels parts = headsAt({{20, 30}});
    QVERIFY(trimFaces(parts, std::vector{image::Rect{15, 30, 40, 40}}));
    QCOMPARE(lowest(parts, BodyPart::Face, 0, 200), 30 + 40 + 2 - 1);  // and 5 % of the box
    QCOMPARE(lowest(parts, BodyPart::Skin, 0, 200), kNeckEnds - 1);
    QCOMPARE(parts.counts()[0], headsAt({{20, 30}}).counts()[0]);
  }

  void eachPersonIsCutAtTheirOwnChin() {
    mask::Labels parts = headsAt({{20, 10}, {120, 50}});
    QVERIFY(trimFaces(parts, std::vector{image::Rect{15, 10, 40, 40}, image::Rect{115, 50, 40, 40}}));
    QCOMPARE(lowest(parts, BodyPart::Face, 0, 100), 51);
    QCOMPARE(lowest(parts, BodyPart::Face, 100, 200), 91);
  }

  void twoBoxesOnOneFaceCutAtTheLower() {
    mask::Labels parts = headsAt({{20, 30}});
    QVERIFY(trimFaces(parts, std::vector{image::Rect{15, 30, 40, 40}, image::Rect{20, 35, 30, 40}}));
    QCOMPARE(lowest(parts, BodyPart::Face, 0, 200), 76);
  }

  void boxesThatHoldNoFaceOfTheMapChangeNothing_data() {
    QTest::addColumn<QRect>("box");
    QTest::newRow("elsewhere") << QRect(120, 20, 40, 40);
    QTest::newRow("a corner of the face") << QRect(40, 50, 40, 40);
    QTest::newRow("off the plane") << QRect(-500, -500, 40, 40);
    QTest::newRow("without pixels") << QRect(25, 40, 0, 0);
    QTest::newRow("ends below the neck") << QRect(15, 66, 40, 42);
  }
  void boxesThatHoldNoFaceOfTheMapChangeNothing() {
    QFETCH(QRect, box);
    mask::Labels parts = headsAt({{20, 30}});
    QVERIFY(!trimFaces(parts, std::vector{image::Rect{box.x(), box.y(), box.width(), box.height()}}));
    QVERIFY(parts == headsAt({{20, 30}}));
    QVERIFY(!trimFaces(parts, {}));
    mask::Labels none;
    QVERIFY(!trimFaces(none, std::vector{image::Rect{0, 0, 9, 9}}));
  }

  // The figure's face reaches from 0.085 to 0.195 of the height.
  void importingTrimsWhenTold() {
    const ParsingScheme& atr = *schemeNamed("atr");
    QVERIFY(atr.faceWithNeck && !schemeNamed("deepfashion")->faceWithNeck);
    const LabelMap map = tests::figureMap(atr, {150, 220});
    const image::Rect box{64, 18, 22, 18};
    const auto whole = importedParts(map, atr, {150, 220}), trimmed = importedParts(map, atr, {150, 220}, {.trimmedFaces = {box}});
    QVERIFY(whole.ok() && trimmed.ok());
    QVERIFY(lowest(whole->parts, BodyPart::Face, 0, 150) > 39);
    QCOMPARE(lowest(trimmed->parts, BodyPart::Face, 0, 150), 36);
    QCOMPARE(trimmed->notes.size(), std::size_t(1));
    QVERIFY(trimmed->notes.front().find("map.png") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestTrimFaces)
#include "test_trim_faces.moc"
