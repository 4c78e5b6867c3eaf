#include <QtTest>
#include <vector>

#include "core/methods/patch_diffusion/denoising/counter_noise.h"
#include "core/methods/patch_diffusion/denoising/patch_energy.h"

using namespace retailor::patch_diffusion;

namespace {

struct Sample {
  PatchWindow window;
  std::vector<float> source = std::vector<float>(kPatchFloats);
  std::uint64_t at = 0;

  float next() { return unitUniform(static_cast<std::uint32_t>(counterHash(3, ++at))); }
  Sample() {
    for (int i = 0; i < kPatchFloats; ++i) {
      const bool fourth = i % 4 == 3;
      window.colour[i] = fourth ? 2.0f : next();
      source[static_cast<std::size_t>(i)] = fourth ? 1.0f : next();
      window.weight[i] = i % 4 == 0 ? (i / 4 % 8 == 7 ? 0.0f : next()) : window.weight[i - 1];
      window.total += fourth ? window.weight[i] : 0.0f;
    }
  }
};

double expected(const Sample& sample, bool partly) {
  double sum = 0;
  for (int i = 0; i < kPatchFloats; ++i) {
    const double d = sample.source[static_cast<std::size_t>(i)] - double{sample.window.colour[i]},
                 usable = sample.source[static_cast<std::size_t>(i | 3)];
    if (i % 4 != 3) sum += sample.window.weight[i] * d * d * (partly ? usable : 1.0);
  }
  return sum;
}

}  // namespace

class TestPatchEnergy : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyInstructionSetGivesTheSameBits() {
    const Sample sample;
    const PatchKernels a = baselineKernels(), b = patchKernels();
    QCOMPARE(a.whole(sample.window, sample.source.data(), kPatchRowFloats, 7, 1e30f),
             b.whole(sample.window, sample.source.data(), kPatchRowFloats, 7, 1e30f));
    QCOMPARE(a.partly(sample.window, sample.source.data(), kPatchRowFloats, 7).distance,
             b.partly(sample.window, sample.source.data(), kPatchRowFloats, 7).distance);
  }

  void isTheWeightedSquaredDifference() {
    const Sample sample;
    const float got = patchKernels().whole(sample.window, sample.source.data(), kPatchRowFloats, 7, 1e30f);
    QVERIFY(std::abs(got - expected(sample, false)) < 1e-4);
  }

  void leavesUnusablePixelsOut() {
    Sample sample;
    double usable = sample.window.total;
    for (const std::size_t pixel : {0u, 9u, 33u}) {
      sample.source[4 * pixel + 3] = 0;
      usable -= sample.window.weight[4 * pixel];
    }
    const PatchMatch got = patchKernels().partly(sample.window, sample.source.data(), kPatchRowFloats, 7);
    QVERIFY(std::abs(got.distance - expected(sample, true)) < 1e-4);
    QVERIFY(std::abs(got.weight - usable) < 1e-4);
  }

  void stopsAtTheLimitWithAtLeastIt() {
    const Sample sample;
    QVERIFY(patchKernels().whole(sample.window, sample.source.data(), kPatchRowFloats, 7, 0.5f) >= 0.5f);
  }
};

QTEST_GUILESS_MAIN(TestPatchEnergy)
#include "test_patch_energy.moc"
