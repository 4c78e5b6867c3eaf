#include <QtTest>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/denoising/counter_noise.h"
#include "core/methods/patch_diffusion/level.h"
#include "core/methods/patch_diffusion/placing/alignment.h"
#include "core/methods/patch_diffusion/placing/initial_placement.h"
#include "core/methods/patch_diffusion/placing/relight.h"
#include "tests/core/methods/patch_diffusion/drawn_portrait.h"

using namespace retailor;
using namespace retailor::patch_diffusion;

namespace {

constexpr int kSide = 256;

Plane planeOf(const image::Bitmap& bitmap) {
  Plane plane(bitmap.width(), bitmap.height());
  for (int y = 0; y < bitmap.height(); ++y)
    for (int x = 0; x < bitmap.width(); ++x) {
      const std::uint8_t* p = bitmap.view<std::uint8_t>().pixel(x, y);
      plane(x, y) = {static_cast<float>(p[0]) / 255, static_cast<float>(p[1]) / 255, static_cast<float>(p[2]) / 255, 1};
    }
  return plane;
}

// The drawn photo with a hole, its halvings, and its reference with everything counting.
struct Scene {
  Crew crew{2, {}};
  PhotoPyramid photo;
  ReferencePicture reference;

  explicit Scene(const image::Bitmap& picture) : reference(regionOf(picture), crew) {
    photo.push_back(planeOf(portrait::photo(kSide)));
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x)
        if (portrait::inShirtHole((x + 0.5) / kSide, (y + 0.5) / kSide)) photo[0](x, y).usable = 0;
    while (photo.back().width() > 40) photo.push_back(halved(photo.back(), crew));
    for (Plane& plane : photo)
      for (int y = 0; y < plane.height(); ++y)
        for (int x = 0; x < plane.width(); ++x) plane(x, y).usable = plane(x, y).usable >= 0.5f ? 1.0f : 0.0f;
  }

  static RegionPicture regionOf(const image::Bitmap& picture) {
    RegionPicture region{planeOf(picture), Grid<float>(picture.width(), picture.height())};
    for (int y = 0; y < picture.height(); ++y)
      for (int x = 0; x < picture.width(); ++x) region.region(x, y) = 1;
    return region;
  }
};

// Window to reference, as a placement off by `off` times 5 pixels of 512, 3 % and 2 degrees gives it.
Affine placedAt(double off) {
  const completion::Placement at = portrait::misplaced(kSide, off);
  const double angle = at.degrees * std::numbers::pi / 180, scale = static_cast<int>(kSide * 0.85) / at.width;
  const Affine turn{std::cos(angle) * scale, std::sin(angle) * scale, 0, -std::sin(angle) * scale, std::cos(angle) * scale, 0};
  const double middle = static_cast<int>(kSide * 0.85) / 2.0;
  return Affine{1, 0, middle, 0, 1, middle}.after(turn).after({1, 0, -(at.x + at.width / 2), 0, 1, -(at.y + at.height / 2)});
}

// Mean distance over the hole between where the warp reads and where the scene lies, in reference pixels.
double meanError(const Warp& warp) {
  const double side = static_cast<int>(kSide * 0.85);
  double sum = 0, count = 0;
  for (double y = 0.6; y < 0.9; y += 0.02)
    for (double x = 0.3; x < 0.75; x += 0.02) {
      const Point at = warp({x * kSide, y * kSide});
      const auto [seenX, seenY] = portrait::seenAt(at.x / side, at.y / side);
      sum += std::hypot(seenX - x, seenY - y) * kSide, ++count;
    }
  return sum / count;
}

}  // namespace

class TestAlignment : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bringsAMisplacedReferenceHome() {
    Scene scene(portrait::reference(kSide));
    const Warp start{placedAt(1), {}};
    const Alignment found = aligned(scene.photo, scene.reference, start, Evidence::WholePicture, 0, scene.crew);
    QVERIFY(found.score > 0.8);
    QVERIFY(meanError(found.warp) < 1.0);
    QVERIFY(meanError(found.warp) < 0.4 * meanError(start));
  }

  void findsFeaturesWithoutAPlacement() {
    Scene scene(portrait::reference(kSide));
    Affine placement;
    QVERIFY(placementByFeatures(scene.photo, scene.reference, Evidence::WholePicture, placement, scene.crew));
    QVERIFY(meanError({placement, {}}) < 5);
  }

  void settlesNoFurtherThanAllowed() {
    const Affine home;
    const Warp found{{1, 0, 10, 0, 1, 0}, {}};
    const Warp near = settled(home, found, 4, 100, 80), far = settled(home, found, 40, 100, 80);
    QVERIFY(std::abs(near({50, 40}).x - 54) < 1e-9);
    QVERIFY(std::abs(far({50, 40}).x - 60) < 1e-9);
  }

  void relightFindsGainsAndGamma() {
    Scene scene(portrait::reference(kSide));
    const Alignment found = aligned(scene.photo, scene.reference, {placedAt(1), {}}, Evidence::WholePicture, 0, scene.crew);
    const image::Rect all{0, 0, kSide, kSide};
    const RegionPicture placed = scene.reference.placed(found.warp, 1, all.size(), all, scene.crew);
    const Relight light = fittedRelight(scene.photo[0], placed, Evidence::WholePicture, all, scene.crew);
    for (const float v : {0.2f, 0.5f, 0.8f}) {
      const auto seen = [v](double gain) { return static_cast<float>(std::pow(v * gain, 1.15)); };
      const Pixel back = light({seen(1.12), seen(1), seen(0.9), 1});
      QVERIFY(std::abs(back.r - v) < 0.03 && std::abs(back.g - v) < 0.03 && std::abs(back.b - v) < 0.03);
    }
  }

  void relightIsIdentityWithoutOverlap() {
    Scene scene(portrait::reference(kSide));
    const RegionPicture nothing{Plane(kSide, kSide), Grid<float>(kSide, kSide)};
    const Relight light = fittedRelight(scene.photo[0], nothing, Evidence::WholePicture, {0, 0, kSide, kSide}, scene.crew);
    QCOMPARE(light.gamma, 1.0);
    QCOMPARE(light.gain[0], 1.0);
  }
};

QTEST_GUILESS_MAIN(TestAlignment)
#include "test_alignment.moc"
