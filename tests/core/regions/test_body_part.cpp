#include <QtTest>
#include <set>

#include "core/regions/body_part.h"

using namespace retailor;
using namespace retailor::regions;

class TestBodyPart : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keysNameEveryPartOnce() {
    std::set<std::string_view> keys;
    for (const BodyPart part : allParts) {
      QVERIFY(keys.insert(partKey(part)).second);
      QVERIFY(partFromKey(partKey(part)) == part);
    }
    QVERIFY(partFromKey("none") == BodyPart::None);
    QVERIFY(!partFromKey("trousers"));
  }

  void clothesAreTheRegionsOfARequest() {
    QVERIFY(regionOf(BodyPart::UpperClothes) == completion::BodyRegion::UpperClothes);
    QVERIFY(regionOf(BodyPart::Shoes) == completion::BodyRegion::Shoes);
    for (const BodyPart part : {BodyPart::None, BodyPart::Skin, BodyPart::Arms, BodyPart::Carried}) QVERIFY(!regionOf(part));
  }

  void masksOfAllPartsCoverAPixelOnce() {
    mask::Labels parts({10, 1});
    for (int x = 0; x < 10; ++x) parts.row(0)[x] = static_cast<std::uint8_t>(x);
    for (int x = 1; x < 10; ++x) {
      int covered = 0;
      for (const BodyPart part : allParts) covered += maskOf(parts, part).at(x, 0) == 255;
      QCOMPARE(covered, 1);
    }
    const mask::Mask front = inFrontOf(parts);
    for (int x = 0; x < 10; ++x) QCOMPARE(front.at(x, 0) == 255, x == 8 || x == 9);
  }

  void aReferenceConsistsOfItsRegionsParts() {
    using completion::BodyRegion;
    using Parts = std::set<BodyPart>;
    const Parts shown{BodyPart::Face, BodyPart::UpperClothes, BodyPart::LowerClothes, BodyPart::Skin};
    QVERIFY(partsOf(BodyRegion::UpperClothes, shown) == Parts{BodyPart::UpperClothes});
    QVERIFY(partsOf(BodyRegion::Shoes, shown).empty());
    QVERIFY(partsOf(BodyRegion::Anything, shown) == shown);
    QVERIFY(partsOf(BodyRegion::WholeBody, shown) == (Parts{BodyPart::UpperClothes, BodyPart::LowerClothes}));
    QVERIFY(partsOf(BodyRegion::WholeBody, {BodyPart::UpperClothes, BodyPart::WholeBody}) == Parts{BodyPart::WholeBody});
  }

  void filesKnowOneNumberForTheRestOfAPerson() {
    QCOMPARE(int(filedLabel(BodyPart::Shoes)), 6);
    for (const BodyPart part : {BodyPart::Skin, BodyPart::Arms, BodyPart::Carried}) QCOMPARE(int(filedLabel(part)), 7);
    QCOMPARE(int(filedLabel(BodyPart::None)), 0);
  }
};

QTEST_GUILESS_MAIN(TestBodyPart)
#include "test_body_part.moc"
