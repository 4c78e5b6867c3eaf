#include <QtTest>

#include "core/regions/replacement/replaced_garment.h"
#include "tests/core/garment/drawn_garments.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::regions;
using completion::BodyRegion;
using completion::PhotoRegions;

namespace {

constexpr image::Size kSize{200, 400};

std::shared_ptr<const mask::Mask> shared(mask::Mask mask) { return std::make_shared<const mask::Mask>(std::move(mask)); }

std::shared_ptr<const mask::Mask> box(const image::Rect& rect) { return shared(mask::rectangleMask(kSize, rect)); }

// A person 300 pixels high: face, soft hair, shirt with a hand before it, trousers, shoes.
PhotoRegions person() {
  PhotoRegions regions;
  regions.body[BodyRegion::Face].mask = box({85, 70, 30, 40});
  mask::Mask hair = mask::rectangleMask(kSize, {80, 50, 40, 20});
  for (int x = 60; x < 140; ++x) hair.row(112)[x] = 100;  // a soft strand just above the shirt
  regions.body[BodyRegion::Hair].mask = shared(hair);
  regions.body[BodyRegion::UpperClothes].mask = box({60, 114, 80, 100});
  regions.body[BodyRegion::LowerClothes].mask = box({65, 214, 70, 110});
  regions.body[BodyRegion::Shoes].mask = box({65, 324, 70, 26});
  regions.inFront.mask = box({90, 150, 20, 20});
  return regions;
}

completion::CompletionRequest fitRequest(const tests::DrawnGarment& worn, const tests::DrawnGarment& dropped) {
  constexpr image::Size size{480, 560};
  const mask::Mask wornMask = tests::maskOf(tests::moved(worn, tests::SmoothWarp(2, 6, 2, 0.85)), size);
  completion::CompletionRequest request;
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = tests::pictureOf(wornMask, {120, 120, 124}, {116, 118, 122}, {90, 110, 90});
  request.photo = photo;
  request.regions.body[BodyRegion::UpperClothes].mask = shared(wornMask);
  completion::TaggedReference reference;
  reference.name = "dropped.png";
  reference.picture = std::make_shared<const image::Bitmap>(tests::pictureOf(tests::maskOf(dropped, size)));
  reference.region = BodyRegion::UpperClothes;
  request.references.push_back(reference);
  return request;
}

bool warns(const garment::FitWarnings& warnings, std::initializer_list<garment::FitConcern> concerns) {
  return std::ranges::any_of(warnings,
                             [&](const garment::FitWarning& one) { return std::ranges::find(concerns, one.concern) != concerns.end(); });
}

}  // namespace

class TestReplacedGarment : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theHoleIsGrownByAShareOfThePerson() {
    const auto hole = replacementHole(person(), BodyRegion::UpperClothes, kSize);
    QVERIFY(hole.ok());
    QCOMPARE(int(hole->at(55, 180)), 255);  // 5 of the 6 pixels beside it
    QCOMPARE(int(hole->at(50, 180)), 0);
    QCOMPARE(int(hole->at(100, 218)), 255);  // into the trousers
    const auto wide = replacementHole(person(), BodyRegion::UpperClothes, kSize, {.growth = 0.1});
    QCOMPARE(int(wide->at(40, 180)), 255);
  }

  void faceHairAndHandsAreKeptOut() {
    const auto hole = replacementHole(person(), BodyRegion::UpperClothes, kSize);
    QVERIFY(hole.ok());
    const PhotoRegions regions = person();
    for (int y = 0; y < kSize.height; ++y)
      for (int x = 0; x < kSize.width; ++x) {
        if (regions.body.at(BodyRegion::Face).mask->at(x, y)) QCOMPARE(int(hole->at(x, y)), 0);
        if (regions.inFront.mask->at(x, y)) QCOMPARE(int(hole->at(x, y)), 0);
      }
    QCOMPARE(int(hole->at(100, 112)), 155);  // beneath soft hair a soft hole
  }

  void whereverSleevesMayChangeArmsAreDrawnAnew_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("drawn");
    QTest::newRow("upper") << QStringLiteral("upper-clothes") << true;
    QTest::newRow("whole body") << QStringLiteral("whole-body") << true;
    QTest::newRow("trousers") << QStringLiteral("lower-clothes") << false;
  }
  void whereverSleevesMayChangeArmsAreDrawnAnew() {
    QFETCH(QString, key);
    QFETCH(bool, drawn);
    PhotoRegions regions = person();
    mask::Mask arms = mask::rectangleMask(kSize, {90, 150, 20, 20});
    arms.paste(mask::Mask({12, 180}, 255), 40, 120);  // a bare arm beside the shirt, down to the knee
    arms.paste(mask::Mask({12, 10}, 255), 100, 95);   // a hand at the chin
    regions.inFront.mask = shared(arms);
    const auto hole = replacementHole(regions, *completion::regionFromKey(key.toStdString()), kSize, {.sleevesMayChange = true});
    QVERIFY(hole.ok());
    QCOMPARE(int(hole->at(45, 160)), drawn ? 255 : 0);
    QCOMPARE(int(hole->at(100, 160)), drawn ? 255 : 0);
    QCOMPARE(int(hole->at(45, 290)), 0);   // below the shirt
    QCOMPARE(int(hole->at(105, 100)), 0);  // the face stays
  }

  void everyRegionCanBeReplaced_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QPoint>("inside");
    QTest::addColumn<QPoint>("kept");
    QTest::newRow("face") << QStringLiteral("face") << QPoint(100, 90) << QPoint(100, 60);
    QTest::newRow("hair") << QStringLiteral("hair") << QPoint(100, 60) << QPoint(100, 90);
    QTest::newRow("lower") << QStringLiteral("lower-clothes") << QPoint(100, 280) << QPoint(100, 330);
    QTest::newRow("whole body out of two") << QStringLiteral("whole-body") << QPoint(100, 280) << QPoint(100, 160);
    QTest::newRow("shoes") << QStringLiteral("shoes") << QPoint(100, 340) << QPoint(100, 160);
  }
  void everyRegionCanBeReplaced() {
    QFETCH(QString, key);
    QFETCH(QPoint, inside);
    QFETCH(QPoint, kept);
    const auto hole = replacementHole(person(), *completion::regionFromKey(key.toStdString()), kSize);
    QVERIFY(hole.ok());
    QCOMPARE(int(hole->at(inside.x(), inside.y())), 255);
    QCOMPARE(int(hole->at(kept.x(), kept.y())), 0);
  }

  void whatIsNotMarkedCannotBeReplaced() {
    PhotoRegions regions = person();
    regions.body.erase(BodyRegion::UpperClothes);
    const auto hole = replacementHole(regions, BodyRegion::UpperClothes, kSize);
    QVERIFY(!hole.ok());
    QVERIFY(hole.failure().sentence.find("upper-clothes") != std::string::npos);
    regions.body[BodyRegion::UpperClothes].mask = box({92, 152, 10, 10});  // all behind the hand
    QVERIFY(!replacementHole(regions, BodyRegion::UpperClothes, kSize, {.growth = 0}).ok());
  }

  void otherSleevesAreWarnedOf() {
    using enum garment::FitConcern;
    const auto shorter = lengthWarnings(fitRequest(tests::jumper(), tests::tee()), BodyRegion::UpperClothes);
    QVERIFY(warns(shorter, {SleevesShorter, Uncovered}));
    const auto longer = lengthWarnings(fitRequest(tests::tee(), tests::jumper()), BodyRegion::UpperClothes);
    QVERIFY(warns(longer, {SleevesLonger}));
    for (const garment::FitWarning& one : longer) QVERIFY(!one.sentence.empty());
  }

  void thereIsNothingToWarnOfWithoutAComparison() {
    const auto same = fitRequest(tests::tee(), tests::tee());
    QVERIFY(
        !warns(lengthWarnings(same, BodyRegion::UpperClothes), {garment::FitConcern::SleevesLonger, garment::FitConcern::SleevesShorter}));
    QVERIFY(lengthWarnings(same, BodyRegion::LowerClothes).empty());
    QVERIFY(lengthWarnings(same, BodyRegion::Face).empty());
    auto unmarked = fitRequest(tests::tee(), tests::jumper());
    unmarked.regions.body.clear();
    QVERIFY(lengthWarnings(unmarked, BodyRegion::UpperClothes).empty());
    auto weightless = fitRequest(tests::tee(), tests::jumper());
    weightless.references.front().weight = 0;
    QVERIFY(lengthWarnings(weightless, BodyRegion::UpperClothes).empty());
  }
};

QTEST_GUILESS_MAIN(TestReplacedGarment)
#include "test_replaced_garment.moc"
