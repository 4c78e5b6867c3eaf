#include <QtTest>

#include "core/completion/fitted_references.h"
#include "tests/core/garment/drawn_garments.h"

using namespace retailor;
using namespace retailor::completion;
using namespace retailor::tests;

namespace {

constexpr image::Size kSize{480, 560};
const SmoothWarp kWorn(2, 6, 2, 0.85);

std::shared_ptr<const mask::Mask> shared(mask::Mask mask) { return std::make_shared<const mask::Mask>(std::move(mask)); }

mask::Mask wornMask() { return maskOf(moved(tee(), kWorn), kSize); }

CompletionRequest request() {
  CompletionRequest asked;
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = pictureOf(wornMask(), {120, 120, 124}, {116, 118, 122}, {90, 110, 90});
  asked.photo = photo;
  asked.regions.body[BodyRegion::UpperClothes] = {shared(wornMask()), ""};
  TaggedReference shirt;
  shirt.name = "shirt.png";
  shirt.picture = std::make_shared<const image::Bitmap>(pictureOf(maskOf(tee(), kSize)));
  shirt.region = BodyRegion::UpperClothes;
  shirt.fit = garment::FitSettings{};
  asked.references.push_back(std::move(shirt));
  return asked;
}

}  // namespace

class TestFittedReferences : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void fitsWithTheirRegionsNeedNoMask();
  void whatCannotBeFittedIsRefused_data();
  void whatCannotBeFittedIsRefused();
  void clothAndRestCoverTheWornGarment();
  void givenMaskLimitsEverything();
  void keptRegionsLieBefore();
  void earlierReferenceLiesOnTop();
  void stoppedFitPlacesNothing();
};

void TestFittedReferences::fitsWithTheirRegionsNeedNoMask() {
  CompletionRequest asked = request();
  QVERIFY(checkRequest(asked).ok());
  asked.mask = shared(mask::Mask(kSize));
  QVERIFY(checkRequest(asked).ok());
  asked.references.front().fit.reset();
  QVERIFY(!checkRequest(asked).ok());
}

void TestFittedReferences::whatCannotBeFittedIsRefused_data() {
  QTest::addColumn<int>("what");
  QTest::newRow("shoes") << 0;
  QTest::newRow("no region and no mask") << 1;
  QTest::newRow("region of another size") << 2;
  QTest::newRow("number out of range") << 3;
  QTest::newRow("empty region") << 4;
}

void TestFittedReferences::whatCannotBeFittedIsRefused() {
  QFETCH(int, what);
  CompletionRequest asked = request();
  if (what == 0) asked.references.front().region = BodyRegion::Shoes;
  if (what == 1) asked.regions.body.clear();
  if (what == 2) asked.regions.inFront.mask = shared(mask::Mask({10, 10}, 255));
  if (what == 3) asked.references.front().fit->warmth = 4;
  if (what == 4) asked.regions.body[BodyRegion::UpperClothes].mask = shared(mask::Mask(kSize));
  const Result<void> checked = checkRequest(asked);
  QVERIFY(!checked.ok());
  QCOMPARE(checked.failure().kind, FailureKind::BadInput);
}

void TestFittedReferences::clothAndRestCoverTheWornGarment() {
  const CompletionRequest asked = request();
  const Result<FittedReferences> fitted = fittedReferences(asked);
  QVERIFY2(fitted.ok(), fitted ? "" : fitted.failure().sentence.c_str());
  QCOMPARE(fitted->placed.size(), std::size_t{1});
  const mask::Mask worn = wornMask();
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x)
      if (worn.at(x, y) >= 128) QCOMPARE(fitted->change.at(x, y), std::uint8_t{255});
}

void TestFittedReferences::givenMaskLimitsEverything() {
  CompletionRequest asked = request();
  asked.mask = shared(mask::rectangleMask(kSize, {150, 150, 180, 200}));
  const Result<FittedReferences> fitted = fittedReferences(asked);
  QVERIFY(fitted.ok());
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) QCOMPARE(fitted->change.at(x, y) > 0, asked.mask->at(x, y) > 0);
}

void TestFittedReferences::keptRegionsLieBefore() {
  CompletionRequest asked = request();
  const image::Rect hair{200, 60, 90, 120};
  asked.regions.body[BodyRegion::Hair] = {shared(mask::rectangleMask(kSize, hair)), ""};
  const Result<FittedReferences> fitted = fittedReferences(asked);
  QVERIFY(fitted.ok());
  for (int y = hair.y; y < hair.bottom(); ++y)
    for (int x = hair.x; x < hair.right(); ++x) QCOMPARE(fitted->change.at(x, y), std::uint8_t{0});
}

void TestFittedReferences::earlierReferenceLiesOnTop() {
  CompletionRequest asked = request();
  asked.references.push_back(asked.references.front());
  const Result<FittedReferences> fitted = fittedReferences(asked);
  QVERIFY(fitted.ok());
  QCOMPARE(fitted->placed.size(), std::size_t{2});
  const PlacedReference& lower = fitted->placed[1];
  QCOMPARE(lower.coverage->at(240 - lower.window.x, 280 - lower.window.y), std::uint8_t{0});
}

void TestFittedReferences::stoppedFitPlacesNothing() {
  std::stop_source stop;
  stop.request_stop();
  const Result<FittedReferences> fitted = fittedReferences(request(), stop.get_token());
  QVERIFY(fitted.ok() && fitted->placed.empty());
}

QTEST_GUILESS_MAIN(TestFittedReferences)
#include "test_fitted_references.moc"
