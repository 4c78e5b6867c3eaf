#include <QtTest>

#include "core/methods/patch_diffusion/crew.h"
#include "core/methods/patch_diffusion/denoising/candidate_search.h"
#include "core/methods/patch_diffusion/denoising/counter_noise.h"
#include "core/methods/patch_diffusion/denoising/patch_vote.h"

using namespace retailor::patch_diffusion;

namespace {

constexpr int kSide = 12;
constexpr int kHalf = 2;
constexpr double kTemperature = 12;

float unit(int x, int y, int channel) {
  return unitUniform(static_cast<std::uint32_t>(
      counterHash(7, static_cast<std::uint64_t>(x), static_cast<std::uint64_t>(y), static_cast<std::uint64_t>(channel))));
}

// A random picture whose middle 3 x 3 is missing.
Level smallLevel() {
  Plane photo(kSide, kSide);
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const bool hole = x >= 5 && x < 8 && y >= 5 && y < 8;
      photo(x, y) = {unit(x, y, 0), unit(x, y, 1), unit(x, y, 2), hole ? 0.0f : 1.0f};
    }
  return finestLevel(std::move(photo), Grid<Label>(kSide, kSide), {});
}

struct Case {
  Level level = smallLevel();
  Plane state = level.photo;
  Crew crew{1, {}};
  std::vector<PatchSource> sources = sourcesAt(level, {SourceRule{.explains = 1, .minimumCover = 0.999f}}, 1, kHalf, crew);
  PatchCentres centres = centresOf(level, kHalf, 1, crew);
  SearchScene scene{level, state, sources, centres, kHalf, 1};

  PixelTrust trust(double noise) const {
    const double hole = noise * noise + 0.03 * 0.03;
    return {static_cast<float>(1 / (2 * 0.03 * 0.03 * kTemperature)), static_cast<float>(1 / (2 * hole * kTemperature)), 0.0027f};
  }
  // All positions of the source, nothing cut off.
  Plane estimate(double noise) {
    const Candidates all = searchEverywhere(scene, {.trust = trust(noise)}, kSide * kSide, crew);
    Plane result = state;
    denoise(scene, all, 2, result, crew);
    return result;
  }
};

bool wholePatch(const Level& level, int x, int y) {
  for (int dy = -kHalf; dy <= kHalf; ++dy)
    for (int dx = -kHalf; dx <= kHalf; ++dx)
      if (level.kind(x + dx, y + dy) != Kind::Known) return false;
  return true;
}

double energyOf(const Case& one, const Centre& p, int x, int y, const PixelTrust& trust) {
  double sum = 0;
  for (int dy = -kHalf; dy <= kHalf; ++dy)
    for (int dx = -kHalf; dx <= kHalf; ++dx) {
      const Kind kind = one.level.kind(p.x + dx, p.y + dy);
      if (kind == Kind::Outside) continue;
      const Pixel &a = one.state(p.x + dx, p.y + dy), &b = one.level.photo(x + dx, y + dy);
      const double r = double{a.r} - b.r, g = double{a.g} - b.g, c = double{a.b} - b.b;
      sum += (kind == Kind::Known ? double{trust.known} : double{trust.hole}) * (r * r + g * g + c * c);
    }
  return sum;
}

// The posterior mean of one hole pixel by its definition, in double precision (spec section 2).
std::array<double, 3> bruteForce(const Case& one, int px, int py, double noise) {
  const PixelTrust trust = one.trust(noise);
  std::array<double, 4> sum{};
  for (const Centre& p : one.centres.list) {
    if (std::abs(p.x - px) > kHalf || std::abs(p.y - py) > kHalf) continue;
    double total = 0;
    std::array<double, 3> mean{};
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) {
        if (!wholePatch(one.level, x, y)) continue;
        const double w = std::exp(-energyOf(one, p, x, y, trust));
        const Pixel& s = one.level.photo(x + px - p.x, y + py - p.y);
        total += w, mean[0] += w * s.r, mean[1] += w * s.g, mean[2] += w * s.b;
      }
    const double away = (px - p.x) * (px - p.x) + (py - p.y) * (py - p.y), vote = double{p.trust} * std::exp(-away / 8);
    for (std::size_t c = 0; c < 3; ++c) sum[c] += vote * mean[c] / total;
    sum[3] += vote;
  }
  return {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]};
}

}  // namespace

class TestClosedForm : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void equalsTheBruteForcePosteriorMean_data() {
    QTest::addColumn<double>("noise");
    QTest::newRow("much noise") << 0.5;
    QTest::newRow("some noise") << 0.1;
    QTest::newRow("little noise") << 0.01;
  }
  void equalsTheBruteForcePosteriorMean() {
    QFETCH(double, noise);
    Case one;
    const Plane estimate = one.estimate(noise);
    for (int y = 5; y < 8; ++y)
      for (int x = 5; x < 8; ++x) {
        const std::array<double, 3> expected = bruteForce(one, x, y, noise);
        const Pixel& got = estimate(x, y);
        QVERIFY(std::abs(got.r - expected[0]) < 1e-4 && std::abs(got.g - expected[1]) < 1e-4 && std::abs(got.b - expected[2]) < 1e-4);
      }
  }

  void returnsTheMatchingPatchWhenThereIsOne() {
    Case one;
    // The hole and all around it repeat what lies at (2, 2): the sharpest posterior must return exactly that.
    const PixelTrust sure{1e6f, 1e6f, 0};
    const Centre centre{6, 6, 0, 1};
    for (int dy = -kHalf; dy <= kHalf; ++dy)
      for (int dx = -kHalf; dx <= kHalf; ++dx) one.state(6 + dx, 6 + dy) = one.level.photo(2 + dx, 2 + dy);
    PatchScorer scorer(one.level, one.state, one.sources, sure, kHalf);
    scorer.aimAt(centre);
    QCOMPARE(scorer.energy({0, 2, 2, 0}, 1e30f), 0.0f);
    QVERIFY(scorer.energy({0, 3, 2, 0}, 1e30f) > 1000);
  }

  void isTheMeanOfAllPatchesUnderGreatNoise() {
    Case one;
    PatchScorer scorer(one.level, one.state, one.sources, {0, 1e-9f, 0}, kHalf);
    scorer.aimAt({6, 6, 0, 1});
    QVERIFY(scorer.energy({0, 2, 2, 0}, 1e30f) < 1e-6f);
    QVERIFY(scorer.energy({0, 9, 2, 0}, 1e30f) < 1e-6f);
  }
};

QTEST_GUILESS_MAIN(TestClosedForm)
#include "test_closed_form.moc"
