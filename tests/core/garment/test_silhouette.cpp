#include <QtTest>

#include "core/garment/silhouette/garment_cut.h"
#include "tests/core/garment/drawn_garments.h"

using namespace retailor;
using namespace retailor::garment;
using namespace retailor::tests;

namespace {

constexpr image::Size kSize{480, 560};

bool warns(const FitWarnings& warnings, FitConcern concern) {
  return std::ranges::any_of(warnings, [&](const FitWarning& one) { return one.concern == concern; });
}

Result<GarmentCut> cutOf(const image::Bitmap& picture, const FitSettings& settings = {}, GarmentRow row = GarmentRow::Upper) {
  return cutGarment(picture, nullptr, row, settings, "shirt.png");
}

// Darkens the backdrop softly below and right of the garment.
void castShadow(image::Bitmap& picture, const mask::Mask& coverage) {
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) {
      if (coverage.at(x, y) > 0) continue;
      double nearest = 1e9;
      for (int k = 0; k <= 24; ++k)
        if (x - k >= 0 && y - k >= 0 && coverage.at(x - k, y - k) > 0) nearest = std::min<double>(nearest, k);
      if (nearest > 24) continue;
      for (int c = 0; c < 3; ++c) {
        std::uint8_t& sample = picture.span<std::uint8_t>().pixel(x, y)[c];
        sample = static_cast<std::uint8_t>(sample * (1 - 0.12 * (1 - nearest / 24)));
      }
    }
}

void fill(image::Bitmap& picture, const image::Rect& rect, Colour colour) {
  for (int y = rect.y; y < rect.bottom(); ++y)
    for (int x = rect.x; x < rect.right(); ++x) {
      std::uint8_t* p = picture.span<std::uint8_t>().pixel(x, y);
      p[0] = static_cast<std::uint8_t>(colour.r), p[1] = static_cast<std::uint8_t>(colour.g), p[2] = static_cast<std::uint8_t>(colour.b);
    }
}

}  // namespace

class TestSilhouette : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void plainBackdropGivesTheOutline();
  void whitePanelInsideStays();
  void gapIsAHoleOnlyOnRequest();
  void alphaCountsBeforeTheBackdrop();
  void whiteOnWhiteIsWarnedOf();
  void cutByTheFrameIsWarnedOf();
  void emptyPictureIsRefused();
  void shoeIsNoTop();
  void garmentOnTheWrongRowIsRefused();
  void busyBackdropIsWarnedOf();
  void wearerIsWarnedOf();
  void garmentFromBehindIsWarnedOfAndKeepsItsBand();
  void deepShadowBelowTheHemIsLeftOut();
  void backdropIsNeverSampled();
};

void TestSilhouette::plainBackdropGivesTheOutline() {
  const mask::Mask truth = maskOf(tee(), kSize);
  image::Bitmap picture = pictureOf(truth);
  castShadow(picture, truth);
  const Result<GarmentCut> cut = cutOf(picture, {.collarCut = false});
  QVERIFY2(cut.ok(), cut ? "" : cut.failure().sentence.c_str());
  const double same = overlap(cut->coverage, truth);
  QVERIFY2(same >= 0.985, qPrintable(QString::number(same)));
}

void TestSilhouette::whitePanelInsideStays() {
  const mask::Mask truth = maskOf(tee(), kSize);
  image::Bitmap picture = pictureOf(truth);
  fill(picture, {200, 250, 80, 90}, {238, 237, 234});
  const Result<GarmentCut> cut = cutOf(picture);
  QVERIFY(cut.ok());
  QCOMPARE(cut->coverage.at(240, 295), std::uint8_t{255});
}

void TestSilhouette::gapIsAHoleOnlyOnRequest() {
  const mask::Mask truth = maskOf(tee(), kSize);
  image::Bitmap picture = pictureOf(truth);
  fill(picture, {220, 300, 40, 40}, {236, 235, 231});
  const Result<GarmentCut> closed = cutOf(picture), open = cutOf(picture, {.seeThroughGaps = true});
  QVERIFY(closed.ok() && open.ok());
  QCOMPARE(closed->coverage.at(240, 320), std::uint8_t{255});
  QCOMPARE(open->coverage.at(240, 320), std::uint8_t{0});
}

void TestSilhouette::alphaCountsBeforeTheBackdrop() {
  const mask::Mask truth = maskOf(tee(), kSize);
  const image::Bitmap opaque = pictureOf(truth, {170, 40, 50}, {60, 40, 110}, {90, 160, 70});
  image::Bitmap picture(kSize, 4, image::SampleType::U8);
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) {
      std::copy_n(opaque.view<std::uint8_t>().pixel(x, y), 3, picture.span<std::uint8_t>().pixel(x, y));
      picture.span<std::uint8_t>().pixel(x, y)[3] = truth.at(x, y);
    }
  const Result<GarmentCut> cut = cutOf(picture, {.collarCut = false});
  QVERIFY(cut.ok());
  QVERIFY(cut->coverage == truth);
}

void TestSilhouette::whiteOnWhiteIsWarnedOf() {
  const mask::Mask truth = maskOf(tee(), kSize);
  const Result<GarmentCut> pale = cutOf(pictureOf(truth, {230, 230, 228}, {229, 229, 227})), strong = cutOf(pictureOf(truth));
  QVERIFY(strong.ok() && !warns(strong->warnings, FitConcern::LowContrast));
  QVERIFY(!pale.ok() || warns(pale->warnings, FitConcern::LowContrast));
}

void TestSilhouette::cutByTheFrameIsWarnedOf() {
  const mask::Mask truth = maskOf(tee(), kSize);
  const image::Bitmap picture = pictureOf(truth);
  const Result<GarmentCut> whole = cutOf(picture), cut = cutOf(picture.cropped({0, 0, 480, 440}));
  QVERIFY(whole.ok() && !warns(whole->warnings, FitConcern::CutByFrame));
  QVERIFY(cut.ok() && warns(cut->warnings, FitConcern::CutByFrame));
}

void TestSilhouette::emptyPictureIsRefused() {
  const Result<GarmentCut> cut = cutOf(pictureOf(mask::Mask(kSize)));
  QVERIFY(!cut.ok());
  QCOMPARE(cut.failure().kind, FailureKind::BadInput);
  QVERIFY(QString::fromStdString(cut.failure().sentence).contains(QStringLiteral("shirt.png")));
}

void TestSilhouette::shoeIsNoTop() {
  mask::Mask shoe(kSize);
  shoe = mask::rectangleMask(kSize, {40, 250, 400, 60});
  const Result<GarmentCut> cut = cutOf(pictureOf(shoe));
  QVERIFY(!cut.ok());
  QVERIFY2(QString::fromStdString(cut.failure().sentence).contains(QStringLiteral("a top")), cut.failure().sentence.c_str());
}

void TestSilhouette::garmentOnTheWrongRowIsRefused() {
  for (const auto& [drawn, row] : {std::pair(trousers(), GarmentRow::Upper), std::pair(trousers(), GarmentRow::Whole),
                                   std::pair(tee(), GarmentRow::Lower), std::pair(jumper(), GarmentRow::Lower)}) {
    const Result<GarmentCut> cut = cutOf(pictureOf(maskOf(drawn, kSize)), {}, row);
    QVERIFY(!cut.ok());
    QVERIFY(QString::fromStdString(cut.failure().sentence).contains(QStringLiteral("row it belongs to")));
  }
}

void TestSilhouette::busyBackdropIsWarnedOf() {
  const mask::Mask truth = maskOf(tee(), kSize);
  image::Bitmap picture = pictureOf(truth);
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x)
      if (truth.at(x, y) < 128) fill(picture, {x, y, 1, 1}, {(x * 7 / 30 * 53) % 256, (y * 5 / 31 * 97) % 256, ((x + y) / 23 * 71) % 256});
  const Result<GarmentCut> cut = cutOf(picture);
  QVERIFY(!cut.ok() || warns(cut->warnings, FitConcern::BusyBackdrop));
}

void TestSilhouette::wearerIsWarnedOf() {
  image::Bitmap picture = pictureOf(maskOf(tee(), kSize));
  const Result<GarmentCut> empty = cutOf(picture);
  fill(picture, {200, 10, 80, 140}, {214, 160, 132});
  const Result<GarmentCut> worn = cutOf(picture);
  QVERIFY(empty.ok() && !warns(empty->warnings, FitConcern::MaybePerson));
  QVERIFY(worn.ok() && warns(worn->warnings, FitConcern::MaybePerson));
}

// Both have the high neckline of a back. The front shows the back's inside in shade above its own edge, the back a seam below its band.
void TestSilhouette::garmentFromBehindIsWarnedOfAndKeepsItsBand() {
  DrawnGarment high = tee();
  for (Point& p : high.outline)
    if (p == high.landmarks.at(Landmark::NeckBottom)) p.y = 51;
  const mask::Mask truth = maskOf(high, kSize);
  image::Bitmap front = pictureOf(truth, {150, 60, 60}, {150, 60, 60}), back = front;
  for (int y = 45; y < 100; ++y)
    for (int x = 196; x < 285; ++x) {
      const double across = (x - 240) / 44.0, top = 51 - 6 * std::abs(across);
      if (truth.at(x, y) == 0) continue;
      if (y < 50 + 38 * std::sqrt(std::max(0.0, 1 - across * across))) fill(front, {x, y, 1, 1}, {80, 30, 30});
      if (y > top + 10 && y < top + 13) fill(back, {x, y, 1, 1}, {95, 35, 35});
    }
  const Result<GarmentCut> fromFront = cutOf(front), fromBehind = cutOf(back);
  QVERIFY(fromFront.ok() && fromBehind.ok());
  QVERIFY(!warns(fromFront->warnings, FitConcern::MaybeBehind) && !fromFront->collar.empty());
  QVERIFY(warns(fromBehind->warnings, FitConcern::MaybeBehind) && fromBehind->collar.empty());
  QCOMPARE(fromBehind->coverage.at(240, 58), std::uint8_t{255});
  QCOMPARE(fromFront->coverage.at(240, 58), std::uint8_t{0});
}

// As under a garment that lies a little above the table: dark at the hem, gone within thirty pixels.
void TestSilhouette::deepShadowBelowTheHemIsLeftOut() {
  const mask::Mask truth = maskOf(tee(), kSize);
  image::Bitmap picture = pictureOf(truth);
  for (int y = 500; y < 530; ++y)
    for (int x = 135; x < 345; ++x) {
      const double light = 1 - 0.45 * (530 - y) / 30;
      for (int c = 0; c < 3; ++c) {
        std::uint8_t& sample = picture.span<std::uint8_t>().pixel(x, y)[c];
        sample = static_cast<std::uint8_t>(sample * light);
      }
    }
  const Result<GarmentCut> cut = cutOf(picture, {.collarCut = false});
  QVERIFY(cut.ok());
  QVERIFY2(overlap(cut->coverage, truth) >= 0.98, qPrintable(QString::number(overlap(cut->coverage, truth))));
}

void TestSilhouette::backdropIsNeverSampled() {
  const Result<GarmentCut> cut = cutOf(pictureOf(maskOf(tee(), kSize)));
  QVERIFY(cut.ok());
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x)
      QVERIFY(cut->colour.view<std::uint8_t>().pixel(x, y)[1] < 90);  // the backdrop's green is above 220
}

QTEST_GUILESS_MAIN(TestSilhouette)
#include "test_silhouette.moc"
