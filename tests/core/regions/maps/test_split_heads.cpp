#include <QtTest>
#include <cmath>

#include "core/regions/maps/import_map.h"
#include "core/regions/maps/split_heads.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

constexpr image::Size kSize{200, 120};

bool inHead(int x, int y, int middle) { return std::hypot((x - middle) / 0.8, y - 60.0) < 40; }

// Two heads side by side, and a speck.
mask::Labels twoHeads() {
  mask::Labels parts(kSize);
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x)
      if (inHead(x, y, 50) || inHead(x, y, 150)) parts.row(y)[x] = static_cast<std::uint8_t>(BodyPart::Face);
  parts.row(3)[100] = static_cast<std::uint8_t>(BodyPart::Face);
  return parts;
}

}  // namespace

class TestSplitHeads : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachHeadGetsAFaceUnderItsHair() {
    mask::Labels parts = twoHeads();
    QVERIFY(splitHeads(parts));
    for (const int middle : {50, 150}) {
      QCOMPARE(int(parts.at(middle, 70)), int(BodyPart::Face));
      QCOMPARE(int(parts.at(middle, 24)), int(BodyPart::Hair));
      QCOMPARE(int(parts.at(middle, 97)), int(BodyPart::Face));  // no hair under the chin
      QCOMPARE(int(parts.at(middle - 29, 50)), int(BodyPart::Hair));
    }
    QCOMPARE(int(parts.at(100, 3)), int(BodyPart::Face));
    QCOMPARE(int(parts.at(100, 60)), 0);
  }

  void whereNobodyIsNothingIsDivided() {
    mask::Labels parts(kSize);
    QVERIFY(!splitHeads(parts));
    mask::Labels none;
    QVERIFY(!splitHeads(none));
  }

  void onlyLabelsThatKnowNoFacesAreDivided() {
    LabelMap map{"map.png", kSize, {}};
    for (int y = 0; y < kSize.height; ++y)
      for (int x = 0; x < kSize.width; ++x) map.ids.push_back(inHead(x, y, 50) ? 1 : inHead(x, y, 150) ? 2 : 0);
    const auto pascal = importedParts(map, *schemeNamed("pascal-person-part"), kSize);
    QVERIFY(pascal.ok());
    QVERIFY(pascal->parts.counts()[static_cast<std::size_t>(BodyPart::Hair)] > 500);
    QCOMPARE(pascal->notes.size(), std::size_t(1));
    const auto own = importedParts(map, *schemeNamed("retailor"), kSize);
    QVERIFY(own.ok() && own->notes.empty());
  }
};

QTEST_GUILESS_MAIN(TestSplitHeads)
#include "test_split_heads.moc"
