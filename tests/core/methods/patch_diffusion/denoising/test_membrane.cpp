#include <QtTest>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/denoising/membrane.h"
#include "core/methods/patch_diffusion/denoising/smooth_fill.h"
#include "core/methods/patch_diffusion/denoising/upsample.h"

using namespace retailor::patch_diffusion;

namespace {

constexpr int kSide = 48;

// A sloping picture with a square hole.
Level slope() {
  Plane photo(kSide, kSide);
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const bool hole = x >= 16 && x < 32 && y >= 16 && y < 32;
      photo(x, y) = {0.2f + 0.01f * static_cast<float>(x), 0.5f, 0.01f * static_cast<float>(y), hole ? 0.0f : 1.0f};
    }
  return finestLevel(std::move(photo), Grid<Label>(kSide, kSide), {});
}

}  // namespace

class TestMembrane : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void evensOutAStepOfBrightness() {
    const Level level = slope();
    Crew crew(2, {});
    Plane estimate(kSide, kSide);
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) estimate(x, y) = {0.15f + 0.01f * static_cast<float>(x), 0.5f, 0.01f * static_cast<float>(y), 1};
    addMembrane(level, estimate, 0.15f, crew);
    QVERIFY(std::abs(estimate(24, 24).r - (0.2f + 0.24f)) < 0.01f);
    QVERIFY(std::abs(estimate(24, 24).g - 0.5f) < 0.001f);
  }

  void harmonicFillContinuesASlope() {
    const Level level = slope();
    Crew crew(2, {});
    Plane field = level.photo;
    continueHarmonically(field, crew);
    QVERIFY(std::abs(field(24, 24).r - 0.44f) < 0.03f);
    QVERIFY(std::abs(field(20, 28).b - 0.28f) < 0.03f);
  }

  void upsamplingKeepsASlopeAndThePhoto() {
    const Level level = slope();
    Crew crew(1, {});
    Plane whole = level.photo;
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) whole(x, y).usable = 1;
    for (int y = 16; y < 32; ++y)
      for (int x = 16; x < 32; ++x) whole(x, y) = {0.2f + 0.01f * static_cast<float>(x), 0.5f, 0.01f * static_cast<float>(y), 1};
    const Plane fine = upsampled(halved(whole, crew), level, crew);
    for (int y = 16; y < 32; ++y)
      for (int x = 16; x < 32; ++x) QVERIFY(std::abs(fine(x, y).r - (0.2f + 0.01f * static_cast<float>(x))) < 1e-4f);
    QCOMPARE(fine(3, 3).r, level.photo(3, 3).r);
  }
};

QTEST_GUILESS_MAIN(TestMembrane)
#include "test_membrane.moc"
