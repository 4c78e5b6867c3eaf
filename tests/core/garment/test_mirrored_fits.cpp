#include <QtTest>

#include "core/garment/mesh/sheet.h"
#include "tests/core/garment/fitted_pair.h"

using namespace retailor;
using namespace retailor::garment;
using namespace retailor::tests;

namespace {

constexpr double kWidth = FittedPair::size.width;

Point mirrored(Point p) { return {kWidth - p.x, p.y}; }

image::Bitmap mirrored(const image::Bitmap& picture) {
  image::Bitmap result(picture.size(), picture.channels(), picture.sampleType());
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      std::copy_n(picture.view<std::uint8_t>().pixel(picture.width() - 1 - x, y), picture.channels(),
                  result.span<std::uint8_t>().pixel(x, y));
  return result;
}

mask::Mask mirrored(const mask::Mask& mask) { return mask::Mask(mirrored(mask.toBitmap())); }

FitSession fitOf(const image::Bitmap& picture, const mask::Mask* given, const mask::Mask& region, GarmentRow row) {
  const FitSettings settings{.collarCut = given == nullptr};
  auto cut = std::make_shared<const GarmentCut>(*cutGarment(picture, given, row, settings, "shirt.png"));
  auto worn = std::make_shared<const WornGarment>(*wornGarment(region, nullptr));
  return std::move(*FitSession::begin(std::move(cut), std::move(worn), settings));
}

// How far `other` is anywhere from being the mirror image of `one`, in photo pixels.
double asymmetry(const FitMesh& one, const FitMesh& other) {
  double most = 0;
  for (std::size_t i = 0; i < one.rest.size(); ++i) {
    const OnTriangle at = locate(other.rest, other.triangles, mirrored(one.rest[i]));
    const Point placed = placeOf(other.placed, other.triangles[static_cast<std::size_t>(at.triangle)], at.shares);
    most = std::max(most, distance(placed, mirrored(one.placed[i])));
  }
  return most;
}

}  // namespace

class TestMirroredFits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void mirroredPairGivesTheMirroredMesh_data();
  void mirroredPairGivesTheMirroredMesh();
  void symmetricPairGivesASymmetricMesh_data();
  void symmetricPairGivesASymmetricMesh();
};

void TestMirroredFits::mirroredPairGivesTheMirroredMesh_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<unsigned>("seed");
  for (const QString& name : {QStringLiteral("tee"), QStringLiteral("jumper"), QStringLiteral("trousers"), QStringLiteral("dress")})
    for (const unsigned seed : {1u, 2u, 3u}) QTest::newRow(qPrintable(QStringLiteral("%1, bend %2").arg(name).arg(seed))) << name << seed;
}

// With a checked pattern and a noisy backdrop, none of which is symmetric.
void TestMirroredFits::mirroredPairGivesTheMirroredMesh() {
  QFETCH(QString, name);
  QFETCH(unsigned, seed);
  const DrawnGarment drawn = garmentNamed(name.toStdString());
  const SmoothWarp bend(seed, 11, 3.0 * (static_cast<int>(seed) - 2), 0.85);
  const image::Bitmap picture = pictureOf(maskOf(moved(drawn, SmoothWarp(1, 0, 0, 1)), FittedPair::size));
  const mask::Mask region = maskOf(moved(drawn, bend), FittedPair::size);
  const FitSession one = fitOf(picture, nullptr, region, rowOf(drawn));
  const FitSession other = fitOf(mirrored(picture), nullptr, mirrored(region), rowOf(drawn));
  const double off = asymmetry(one.mesh(), other.mesh());
  QVERIFY2(off < 0.5, qPrintable(QString::number(off)));
}

void TestMirroredFits::symmetricPairGivesASymmetricMesh_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"tee", "jumper", "trousers", "dress"}) QTest::newRow(name) << QString::fromLatin1(name);
}

void TestMirroredFits::symmetricPairGivesASymmetricMesh() {
  QFETCH(QString, name);
  const DrawnGarment drawn = garmentNamed(name.toStdString());
  const auto lower = [](Point p) { return Point{240 + 0.8 * (p.x - 240), p.y < 200 ? 0.85 * p.y : 170 + 0.95 * (p.y - 200)}; };
  const mask::Mask outline = maskOf(drawn, FittedPair::size);
  const FitSession fit = fitOf(pictureOf(outline), &outline, maskOf(moved(drawn, lower), FittedPair::size), rowOf(drawn));
  const double off = asymmetry(fit.mesh(), fit.mesh());
  QVERIFY2(off < 0.5, qPrintable(QString::number(off)));
}

QTEST_GUILESS_MAIN(TestMirroredFits)
#include "test_mirrored_fits.moc"
