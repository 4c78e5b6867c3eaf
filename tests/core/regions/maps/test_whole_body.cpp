#include <QtTest>

#include "core/regions/maps/import_map.h"
#include "core/regions/maps/whole_body.h"
#include "tests/core/regions/drawn_figure.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

constexpr image::Size kSize{150, 220};

mask::Labels inDress(bool face = true) {
  mask::Labels parts(kSize);
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) {
      const BodyPart part = tests::figurePart((x + 0.5) / kSize.width, (y + 0.5) / kSize.height, tests::Dressed::Dress);
      parts.row(y)[x] = static_cast<std::uint8_t>(part == BodyPart::Face && !face ? BodyPart::None : part);
    }
  return parts;
}

std::size_t pixels(const mask::Labels& parts, BodyPart part) { return parts.counts()[static_cast<std::size_t>(part)]; }

}  // namespace

class TestWholeBody : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aDressIsDividedAtTheWaist_data() {
    QTest::addColumn<bool>("face");
    QTest::newRow("by the face") << true;
    QTest::newRow("without one") << false;
  }
  void aDressIsDividedAtTheWaist() {
    QFETCH(bool, face);
    mask::Labels parts = inDress(face);
    const std::size_t all = pixels(parts, BodyPart::WholeBody);
    QVERIFY(splitWholeBody(parts));
    QCOMPARE(pixels(parts, BodyPart::WholeBody), std::size_t(0));
    QCOMPARE(pixels(parts, BodyPart::UpperClothes) + pixels(parts, BodyPart::LowerClothes), all);
    QVERIFY(pixels(parts, BodyPart::UpperClothes) > all / 4 && pixels(parts, BodyPart::LowerClothes) > all / 4);
    const auto upper = maskOf(parts, BodyPart::UpperClothes).support(), lower = maskOf(parts, BodyPart::LowerClothes).support();
    QCOMPARE(upper.y + upper.height, lower.y);
    QVERIFY(!splitWholeBody(parts));
  }

  void littleOfItDoesNotPrevail() {
    mask::Labels parts = inDress();
    QVERIFY(wholeBodyPrevails(parts));
    for (int y = 110; y < 160; ++y)
      for (int x = 0; x < kSize.width; ++x)
        if (parts.at(x, y) == 0) parts.row(y)[x] = static_cast<std::uint8_t>(BodyPart::LowerClothes);
    QVERIFY(wholeBodyPrevails(parts) == false);
  }

  void theUsersWordGoesFirst() {
    const ParsingScheme& atr = *schemeNamed("atr");
    const LabelMap map = tests::figureMap(atr, kSize, tests::Dressed::Dress, {"hair", "face"});
    const auto divided = importedParts(map, atr, kSize, {.wholeBody = WholeBodyRule::Divided});
    const auto kept = importedParts(map, atr, kSize, {.wholeBody = WholeBodyRule::Kept});
    QVERIFY(divided.ok() && divided->divided && pixels(divided->parts, BodyPart::WholeBody) == 0);
    QVERIFY(kept.ok() && !kept->divided && pixels(kept->parts, BodyPart::UpperClothes) == 0);
    QVERIFY(importedParts(map, atr, kSize)->parts == kept->parts);
  }

  void coarseClothesAreDividedUnlessAFileSaysWhatTheyAre() {
    const ParsingScheme& selfie = *schemeNamed("selfie");
    LabelMap map = tests::figureMap(selfie, kSize, tests::Dressed::Dress);
    QVERIFY(importedParts(map, selfie, kSize)->divided);
    map.own = selfie;
    QVERIFY(!importedParts(map, selfie, kSize)->divided);
  }
};

QTEST_GUILESS_MAIN(TestWholeBody)
#include "test_whole_body.moc"
