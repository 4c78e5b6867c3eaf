#include <QtTest>

#include "core/image/read_photo.h"
#include "core/mask/scribbles/scribbled_regions.h"
#include "core/regions/suggestions/suggested_parts.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::regions;

namespace {

constexpr image::Size kSize{360, 560};
constexpr image::Rect kFace{158, 60, 44, 44};

// What the proposal of these strokes gives to the part.
mask::Mask proposed(const image::Bitmap& photo, const std::vector<PartStroke>& strokes, BodyPart part) {
  std::vector<mask::Scribble> scribbles;
  for (const PartStroke& stroke : strokes)
    scribbles.push_back({static_cast<std::uint8_t>(1 + int(stroke.part)), stroke.radius, stroke.path});
  return mask::scribbledRegions(photo, scribbles, 0)->maskOf(static_cast<std::uint8_t>(1 + int(part)));
}

struct Agreement {
  double overlap = 0;  // of both over either
  double beyond = 0;   // of the forbidden area
};

Agreement agreement(const mask::Mask& found, const mask::Mask& truth, const mask::Mask& forbidden) {
  double both = 0, either = 0, wrong = 0;
  for (int y = 0; y < truth.height(); ++y)
    for (int x = 0; x < truth.width(); ++x) {
      const bool here = found.at(x, y) >= 128, right = truth.at(x, y) >= 128;
      both += here && right, either += here || right, wrong += here && forbidden.at(x, y) >= 128;
    }
  return {both / either, wrong / std::max(1.0, forbidden.share() * truth.width() * truth.height())};
}

// Someone upright with the face above, in widths and heights of it; 0 nobody, 1 skin, 2 hair, 3 shirt, 4 trousers, 5 shoes.
int figureAt(int px, int py) {
  const double x = (px + 0.5 - kFace.x) / kFace.width - 0.5, y = (py + 0.5 - kFace.y) / kFace.height, side = std::abs(x);
  if (std::hypot(x / 0.42, (y - 0.52) / 0.52) < 1 && y > 0.2) return 1;
  if (std::hypot(x / 0.6, (y - 0.4) / 0.72) < 1 && y < 0.8) return 2;
  if (y > 0.9 && y < 1.4 && side < 0.3) return 1;
  if (y > 1.35 && y < 4.1 && side < 1.35 && side < 0.5 + (y - 1.3) * 3) return side > 1.0 && y > 3.9 ? 1 : 3;
  if (y >= 4.1 && y < 8.3 && side < 0.85 && side > 0.04 * (y - 4.1)) return 4;
  if (y >= 8.3 && y < 8.9 && side < 0.9 && side > 0.15) return 5;
  return 0;
}

// How the wall behind them looks.
enum class Wall { Plain, Striped, Dappled };

std::array<int, 3> wallAt(Wall wall, int x, int y) {
  const bool flag = x < 150;
  if (wall == Wall::Striped && flag) return (x + y / 3) / 14 % 2 ? std::array{165, 35, 45} : std::array{225, 222, 226};
  if (wall == Wall::Dappled) return (x / 23 + y / 31) % 2 ? std::array{96, 120, 92} : std::array{140, 150, 122};
  return {186, 184, 178};
}

// A strap as white as the flag's stripes hangs over the shirt.
bool isStrap(int x, int y) { return figureAt(x, y) == 3 && std::abs(x - kFace.x - kFace.width / 2) < 6; }

// Edges as lenses leave them.
image::Bitmap softened(const image::Bitmap& sharp) {
  image::Bitmap soft = sharp;
  for (int y = 2; y < sharp.height() - 2; ++y)
    for (int x = 2; x < sharp.width() - 2; ++x)
      for (int c = 0; c < 3; ++c) {
        int sum = 0;
        for (int i = 0; i < 25; ++i) sum += sharp.view<std::uint8_t>().pixel(x + i % 5 - 2, y + i / 5 - 2)[c];
        soft.span<std::uint8_t>().pixel(x, y)[c] = static_cast<std::uint8_t>(sum / 25);
      }
  return soft;
}

image::Bitmap photoBefore(Wall wall) {
  constexpr std::array<std::array<int, 3>, 6> kColours{
      {{0, 0, 0}, {224, 172, 140}, {88, 56, 34}, {214, 110, 40}, {52, 60, 104}, {40, 34, 32}}};
  std::mt19937 random(11);
  image::Bitmap photo(kSize, 3, image::SampleType::U8);
  for (int y = 0; y < kSize.height; ++y)
    for (int x = 0; x < kSize.width; ++x) {
      const int what = figureAt(x, y);
      const auto colour = what == 0       ? wallAt(wall, x, y)
                          : isStrap(x, y) ? std::array{225, 222, 226}
                                          : kColours[static_cast<std::size_t>(what)];
      for (std::size_t c = 0; c < 3; ++c)
        photo.span<std::uint8_t>().pixel(x, y)[c] =
            static_cast<std::uint8_t>(std::clamp(colour[c] + static_cast<int>(random() % 61) - 30, 0, 255));
    }
  return softened(photo);
}

mask::Mask drawnPart(int what) {
  return tests::drawn(kSize, [what](int x, int y) { return figureAt(x, y) == what; });
}

}  // namespace

class TestSuggestedParts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theClothesOfADrawnFigureAreProposed_data() {
    QTest::addColumn<int>("wall");
    QTest::newRow("plain wall") << int(Wall::Plain);
    QTest::newRow("a flag behind an arm") << int(Wall::Striped);
    QTest::newRow("dappled") << int(Wall::Dappled);
  }
  void theClothesOfADrawnFigureAreProposed() {
    QFETCH(int, wall);
    const image::Bitmap photo = photoBefore(static_cast<Wall>(wall));
    const auto strokes = suggestedParts(photo, kFace);
    const mask::Mask nobody = drawnPart(0);
    for (const auto& [part, what, least] : {std::tuple{BodyPart::UpperClothes, 3, 0.96}, std::tuple{BodyPart::LowerClothes, 4, 0.91}}) {
      const Agreement found = agreement(proposed(photo, strokes, part), drawnPart(what), nobody);
      QVERIFY2(found.overlap >= least, qPrintable(QString::number(found.overlap)));
      QVERIFY2(found.beyond <= 0.02, qPrintable(QString::number(found.beyond)));
    }
  }

  // The portrait of an astronaut before a flag: of the first strokes alone a quarter of the flag became her suit.
  void theSamplesFlagIsNotTheSuit() {
    const auto folder = std::filesystem::path(RETAILOR_SOURCE_DIR) / "resources/sample";
    const image::Bitmap photo = *image::readAsSrgb8(folder / "astronaut.png");
    const mask::Mask suit(*image::readCoverage(folder / "worn.png"));
    const std::vector<mask::Point> outline{{0, 0}, {48, 0}, {95, 215}, {60, 265}, {38, 300}, {22, 420}, {25, 470}, {30, 512}, {0, 512}};
    const mask::Mask flag = mask::polygonMask(photo.size(), outline);
    const image::Rect face{178, 69, 92, 92};
    const Agreement now = agreement(proposed(photo, suggestedParts(photo, face), BodyPart::UpperClothes), suit, flag);
    const Agreement before = agreement(proposed(photo, bodyPrior(face, photo.size()), BodyPart::UpperClothes), suit, flag);
    QVERIFY2(now.beyond <= 0.06, qPrintable(QString::number(now.beyond)));
    QVERIFY2(now.overlap >= before.overlap + 0.05, qPrintable(QStringLiteral("%1, was %2").arg(now.overlap).arg(before.overlap)));
  }

  void strokesStayOnThePhoto_data() {
    QTest::addColumn<QRect>("face");
    QTest::newRow("a corner") << QRect(-10, -10, 40, 40);
    QTest::newRow("all of it") << QRect(0, 0, 360, 560);
    QTest::newRow("one pixel") << QRect(359, 559, 1, 1);
    QTest::newRow("beside it") << QRect(5000, 0, 20, 20);
  }
  void strokesStayOnThePhoto() {
    QFETCH(QRect, face);
    const image::Bitmap photo({kSize.width, kSize.height}, 4, image::SampleType::U8);
    for (const PartStroke& stroke : suggestedParts(photo, {face.x(), face.y(), face.width(), face.height()}))
      for (const mask::Point& at : stroke.path) QVERIFY(at.x >= 0 && at.y >= 0 && at.x < kSize.width && at.y < kSize.height);
  }

  void stoppedOnlyTheFirstStrokesAreLeft() {
    std::stop_source source;
    source.request_stop();
    QCOMPARE(suggestedParts(photoBefore(Wall::Plain), kFace, source.get_token()).size(), bodyPrior(kFace, kSize).size());
  }
};

QTEST_GUILESS_MAIN(TestSuggestedParts)
#include "test_suggested_parts.moc"
