#include <QtTest>
#include <opencv2/core.hpp>

#include "core/composite/match_colour.h"
#include "tests/core/composite/noise_picture.h"
#include "tests/core/mask/drawn_masks.h"

using namespace retailor;
using namespace retailor::composite;
using image::Bitmap;

namespace {

constexpr image::Size kSize{80, 60};

struct Statistics {
  cv::Vec3d mean;
  cv::Matx33d covariance;
};

Statistics statisticsOf(const Bitmap& picture, const mask::Mask& where) {
  std::vector<cv::Vec3d> colours;
  for (int y = 0; y < kSize.height; ++y) {
    for (int x = 0; x < kSize.width; ++x) {
      const float* sample = picture.view<float>().pixel(x, y);
      if (where.at(x, y) >= 128) colours.emplace_back(sample[0], sample[1], sample[2]);
    }
  }
  Statistics result;
  const double part = 1.0 / static_cast<double>(colours.size());
  for (const auto& colour : colours) result.mean += colour * part;
  for (const auto& colour : colours) result.covariance += (colour - result.mean) * (colour - result.mean).t() * part;
  return result;
}

// Correlated colours: noise through a matrix.
Bitmap tinted(unsigned seed, const cv::Matx33f& matrix, const cv::Vec3f& offset) {
  Bitmap picture = tests::noisePicture(kSize, 3, image::SampleType::F32, seed);
  for (int i = 0; i < kSize.width * kSize.height; ++i) {
    float* sample = picture.span<float>().data + 3 * i;
    const cv::Vec3f colour = matrix * cv::Vec3f(sample[0], sample[1], sample[2]) + offset;
    std::copy_n(colour.val, 3, sample);
  }
  return picture;
}

Bitmap warm(unsigned seed) { return tinted(seed, {0.4f, 0.2f, 0, 0.1f, 0.3f, 0.05f, 0, 0, 0.2f}, {0.3f, 0.2f, 0.1f}); }

Bitmap cool(unsigned seed) { return tinted(seed, {0.2f, 0, 0.1f, 0.1f, 0.2f, 0, 0.1f, 0.1f, 0.5f}, {0.1f, 0.2f, 0.3f}); }

float worstDifference(const Bitmap& a, const Bitmap& b) {
  float worst = 0;
  for (int i = 0; i < kSize.width * kSize.height * 3; ++i)
    worst = std::max(worst, std::abs(a.view<float>().data[i] - b.view<float>().data[i]));
  return worst;
}

const mask::Mask& left() {
  static const mask::Mask mask = tests::drawn(kSize, [](int x, int) { return x < 40; });
  return mask;
}

// `inside` where the hole is, `outside` elsewhere.
Bitmap joined(const Bitmap& inside, const Bitmap& outside, const mask::Mask& hole) {
  Bitmap result = outside;
  for (int y = 0; y < kSize.height; ++y) {
    for (int x = 0; x < kSize.width; ++x) {
      if (hole.at(x, y) >= 128) std::copy_n(inside.view<float>().pixel(x, y), 3, result.span<float>().pixel(x, y));
    }
  }
  return result;
}

}  // namespace

class TestMatchColour : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void meanAndCovarianceBecomeTheTargets() {
    const Bitmap target = cool(2);
    const Statistics got = statisticsOf(matchColours(warm(1), target, left()), left()), wanted = statisticsOf(target, left());
    QVERIFY(cv::norm(got.mean - wanted.mean) < 1e-5);
    QVERIFY(cv::norm(got.covariance - wanted.covariance) < 1e-3 * cv::norm(wanted.covariance));
  }

  void equalStatisticsChangeNothing() {
    const Bitmap picture = warm(1);
    QVERIFY(worstDifference(matchColours(picture, picture, left()), picture) < 1e-5f);
    const Bitmap flat = tinted(1, cv::Matx33f::zeros(), {0.4f, 0.5f, 0.6f});
    QVERIFY(worstDifference(matchColours(flat, flat, left()), flat) < 1e-5f);
  }

  void pixelsOutsideTheMaskDoNotCount() {
    const Bitmap result = matchColours(warm(1), cool(2), left());
    const Bitmap other = matchColours(joined(warm(1), tests::noisePicture(kSize, 3, image::SampleType::F32, 9), left()),
                                      joined(cool(2), tests::noisePicture(kSize, 3, image::SampleType::F32, 10), left()), left());
    for (int y = 0; y < kSize.height; ++y)
      QVERIFY(std::equal(result.view<float>().row(y), result.view<float>().row(y) + 40 * 3, other.view<float>().row(y)));
  }

  void theWholeFillIsMapped() {
    const Bitmap source = warm(1), result = matchColours(source, cool(2), left());
    const auto changed = [&](int x) { return std::abs(*result.view<float>().pixel(x, 30) - *source.view<float>().pixel(x, 30)) > 1e-3f; };
    QVERIFY(changed(70) && changed(10));
  }

  void strengthGoesFromNothingToAll() {
    const Bitmap source = warm(1), target = cool(2);
    QVERIFY(matchColours(source, target, left(), 0) == source);
    const Bitmap all = matchColours(source, target, left(), 1), half = matchColours(source, target, left(), 0.5);
    for (int i = 0; i < 300; ++i) {
      const float *s = source.view<float>().data, *a = all.view<float>().data, *h = half.view<float>().data;
      QVERIFY(std::abs(h[i] - (s[i] + a[i]) / 2) < 1e-5f);
    }
  }

  void fewerThan64PixelsAreRefused() {
    const auto strip = [](int count) { return tests::drawn(kSize, [count](int x, int y) { return y == 5 && x < count; }); };
    QVERIFY(matchColours(warm(1), cool(2), strip(63)) == warm(1));
    QVERIFY(!(matchColours(warm(1), cool(2), strip(64)) == warm(1)));
    QVERIFY(matchColours(warm(1), cool(2), mask::Mask(kSize)) == warm(1));
  }

  void flatSourcesAreNotBlownUp() {
    Bitmap source = tinted(1, cv::Matx33f::eye() * 1e-5f, {0.5f, 0.5f, 0.5f});
    source.span<float>().pixel(70, 30)[0] = 0.6f;  // outside the mask, a detail
    const float detail = *matchColours(source, cool(2), left()).view<float>().pixel(70, 30);
    QVERIFY(std::isfinite(detail) && std::abs(detail) < 3);
  }

  void theRingSetsTheColours() {
    const mask::Mask hole = tests::disc(kSize, 40, 30, 15);
    // The fill is the photo under another light, everywhere; inside the hole the photo shows something else altogether.
    const Bitmap scene = warm(1);
    Bitmap fill = scene;
    for (int i = 0; i < kSize.width * kSize.height * 3; ++i) fill.span<float>().data[i] = 0.8f * fill.view<float>().data[i] + 0.05f;
    const Bitmap photo = joined(cool(4), scene, hole);
    QVERIFY(worstDifference(matchRing(fill, photo, hole, 8), scene) < 2e-3f);
    QVERIFY(worstDifference(matchRing(fill, photo, mask::Mask(kSize, 255), 8), fill) == 0);
  }
};

QTEST_GUILESS_MAIN(TestMatchColour)
#include "test_match_colour.moc"
