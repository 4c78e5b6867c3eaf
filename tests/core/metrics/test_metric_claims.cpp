// What must be true of the metrics whatever the pictures, and what they refuse.
#include <QtTest>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "core/metrics/colour_difference.h"
#include "core/metrics/cosine.h"
#include "core/metrics/gradient_similarity.h"
#include "core/metrics/masked_protocols.h"
#include "core/metrics/pixel_error.h"
#include "core/metrics/pixel_measurements.h"
#include "core/metrics/seam_ratio.h"
#include "core/metrics/structural_similarity.h"
#include "tests/core/metrics/vector_pictures.h"

using namespace retailor;
using namespace retailor::metrics;
using namespace retailor::tests;

namespace {

const std::array<std::pair<const char*, const char*>, 3> somePairs{{{"G64", "GN64"}, {"C64", "CB64"}, {"R7", "R8"}}};

image::Bitmap swapped(const image::Bitmap& picture) {
  return drawn(picture.width(), [from = of(picture)](int x, int y, int c) { return from(x, y, 2 - c); });
}

// The pixels in another order, the same for every picture of that size.
image::Bitmap shuffled(const image::Bitmap& picture) {
  std::vector<int> order(64 * 64);
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), std::mt19937(5));
  return drawn(64, [&order, from = of(picture)](int x, int y, int c) {
    const int at = order[static_cast<std::size_t>(y * 64 + x)];
    return from(at % 64, at / 64, c);
  });
}

image::Bitmap floats(image::Size size, float value) {
  image::Bitmap picture(size, 3, image::SampleType::F32);
  std::fill_n(picture.span<float>().data, picture.byteCount() / sizeof(float), value);
  return picture;
}

bool refused(const auto& result, const char* word) {
  return !result && result.failure().kind == FailureKind::BadInput && result.failure().sentence.find(word) != std::string::npos;
}

}  // namespace

class TestMetricClaims : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void orderOfThePicturesDoesNotMatter() {
    for (const auto& [one, other] : somePairs) {
      const image::Bitmap a = vectorPicture(one), b = vectorPicture(other);
      QCOMPARE(pixelError(a, b)->psnr, pixelError(b, a)->psnr);
      QVERIFY(std::abs(*ssim(a, b) - *ssim(b, a)) < 1e-12);
      QVERIFY(std::abs(*gradientDeviation(a, b) - *gradientDeviation(b, a)) < 1e-12);
    }
  }

  void equalPicturesAreExactlyAlike() {
    for (const auto& [one, other] : somePairs) {
      const image::Bitmap a = vectorPicture(other);
      QCOMPARE(*ssim(a, a), 1.0);
      QCOMPARE(*ssimInside(a, a, circleMask()), 1.0);
      QVERIFY(std::isinf(pixelError(a, a)->psnr));
      QCOMPARE(colourDifference(a, a)->most2000, 0.0);
    }
    QCOMPARE(*multiScaleSsim(vectorPicture("CN192"), vectorPicture("CN192")), 1.0);
  }

  void psnrDoesNotSeeWherePixelsLie() {
    const image::Bitmap a = vectorPicture("C64"), b = vectorPicture("CB64");
    QVERIFY(std::abs(pixelError(shuffled(a), shuffled(b))->psnr - pixelError(a, b)->psnr) < 1e-9);
    QVERIFY(std::abs(*ssim(shuffled(a), shuffled(b)) - *ssim(a, b)) > 0.01);
  }

  void squaredMeanErrorIsNoMoreThanMeanSquare() {
    for (const auto& [one, other] : somePairs) {
      const PixelError error = *pixelError(vectorPicture(one), vectorPicture(other));
      QVERIFY(error.mae * error.mae <= error.mse);
    }
  }

  void pastingGainsWhatTheKnownAreaIsWorth() {
    for (const auto& [one, other] : somePairs)
      for (const mask::Mask& mask : {rectMask(), circleMask()}) {
        const image::Bitmap truth = vectorPicture(one), result = vectorPicture(other);
        const double pasted = pixelError(*pastedIntoTruth(result, truth, mask), truth)->psnr;
        const double gain = 10 * std::log10(64.0 * 64 / (mask.share() * 64 * 64));
        QVERIFY(std::abs(pasted - pixelErrorInside(result, truth, mask)->psnr - gain) < 1e-9);
      }
  }

  void pastingMakesThePasteBackComposite() {
    QVERIFY(*pastedIntoTruth(vectorPicture("GN64"), vectorPicture("G64"), rectMask()) == vectorPicture("GNc64"));
  }

  void swappedChannelsAreNoticed() {
    const image::Bitmap a = vectorPicture("G64"), b = vectorPicture("GN64");
    QVERIFY(std::abs(colourDifference(swapped(a), swapped(b))->mean2000 - colourDifference(a, b)->mean2000) > 1e-3);
  }

  void floatsMeasureAsBytesDo() {
    const image::Bitmap a = vectorPicture("C64"), b = vectorPicture("CN64");
    const auto f = [](const image::Bitmap& from) { return image::withSampleType(from, image::SampleType::F32); };
    QVERIFY(std::abs(*ssim(f(a), f(b)) - *ssim(a, b)) < 1e-6);
    QVERIFY(std::abs(pixelError(f(a), f(b))->psnr - pixelError(a, b)->psnr) < 1e-5);
    QVERIFY(std::abs(colourDifference(f(a), f(b))->mean2000 - colourDifference(a, b)->mean2000) < 1e-5);
  }

  void softEdgesCountFromTheMiddleOn() {
    mask::Mask soft({64, 64}, 127);
    QVERIFY(refused(pixelErrorInside(vectorPicture("G64"), vectorPicture("GN64"), soft), "mask is empty"));
    soft.row(10)[10] = 128;
    QCOMPARE(pixelErrorInside(vectorPicture("G64"), vectorPicture("GO64"), soft)->mae, 10.0);
  }

  void cropIsATenthLargerAndStaysInside() {
    QCOMPARE(cropAround(rectMask()), (image::Rect{14, 18, 36, 28}));
    mask::Mask corner({64, 64});
    corner.row(63)[63] = 255;
    QCOMPARE(cropAround(corner), (image::Rect{62, 62, 2, 2}));
    QVERIFY(cropAround(mask::Mask({64, 64})).empty());
  }

  void transparencyShowsWhite() {
    image::Bitmap picture({2, 1}, 4, image::SampleType::U8);
    const std::array<std::uint8_t, 8> samples{10, 20, 30, 255, 0, 100, 200, 51};
    std::copy(samples.begin(), samples.end(), picture.span<std::uint8_t>().data);
    const image::Bitmap flat = overWhite(picture);
    const std::array<std::uint8_t, 6> wanted{10, 20, 30, 204, 224, 244};
    QVERIFY(std::equal(wanted.begin(), wanted.end(), flat.view<std::uint8_t>().data));
  }

  void everyProtocolIsMeasuredAndWhatCannotBeIsTold() {
    const auto value = [](const std::vector<Measurement>& done, const char* metric, const char* protocol) {
      for (const Measurement& one : done)
        if (one.metric == metric && one.protocol == protocol) return one.value;
      return std::numeric_limits<double>::quiet_NaN();
    };
    std::vector<NotMeasured> lacking;
    const image::Bitmap truth = vectorPicture("G64"), whole = vectorPicture("GN64"), pasted = vectorPicture("GNc64");
    const auto done = *pixelMeasurements(whole, truth, rectMask(), lacking), kept = *pixelMeasurements(pasted, truth, rectMask(), lacking);
    QCOMPARE(value(done, "psnr", "inside"), pixelErrorInside(whole, truth, rectMask())->psnr);
    QCOMPARE(value(done, "psnr", "paste"), value(kept, "psnr", "full"));
    QVERIFY(value(done, "psnr", "full") < value(done, "psnr", "paste"));
    QVERIFY(value(kept, "de2000", "crop") < value(kept, "de2000", "inside"));  // a rim of truth around it
    QVERIFY(value(kept, "seam", "full") > 1.1);
    QVERIFY(lacking.size() == 2 && lacking.front().metric == "ms-ssim" && lacking.front().why.find("176") != std::string::npos);
    QVERIFY(refused(pixelMeasurements(whole, truth, mask::Mask({64, 64}), lacking), "mask is empty"));
  }

  void picturesThatDoNotCompareAreRefused() {
    const image::Bitmap a = vectorPicture("G64"), larger = vectorPicture("G192");
    QVERIFY(refused(pixelError(a, larger), "differ in size: 64 × 64 and 192 × 192"));
    QVERIFY(refused(ssim(a, larger), "differ in size"));
    QVERIFY(refused(colourDifference(a, larger), "differ in size"));
    QVERIFY(refused(gradientDeviation(a, larger), "differ in size"));
    QVERIFY(refused(pixelError(a, image::withSampleType(a, image::SampleType::U16)), "bits per sample"));
    QVERIFY(refused(pixelError(a, image::Bitmap()), "no pixels"));
    QVERIFY(refused(pixelError(a, image::Bitmap({64, 64}, 4, image::SampleType::U8)), "transparency"));
  }

  void whatIsNoNumberIsRefused() {
    image::Bitmap broken = floats({16, 16}, 0.5F);
    broken.span<float>().pixel(3, 4)[1] = std::numeric_limits<float>::quiet_NaN();
    for (const auto& measured : {pixelError(broken, floats({16, 16}, 0.5F)), pixelError(floats({16, 16}, 0.5F), broken)})
      QVERIFY(refused(measured, "no numbers"));
    QVERIFY(refused(ssim(broken, broken), "no numbers"));
    const std::array<float, 2> zeros{}, broken2{1, std::numeric_limits<float>::quiet_NaN()}, good{1, 2};
    QVERIFY(refused(cosine(zeros, good), "no direction"));
    QVERIFY(refused(cosine(broken2, good), "no direction"));
    QVERIFY(refused(cosine(std::span(good).first(1), good), "length"));
  }

  void smallPicturesAreRefused() {
    QVERIFY(refused(ssim(floats({11, 10}, 0), floats({11, 10}, 0)), "at least 11"));
    QCOMPARE(*ssim(floats({11, 11}, 0), floats({11, 11}, 0)), 1.0);
    QVERIFY(refused(multiScaleSsim(floats({175, 400}, 0), floats({175, 400}, 0)), "at least 176"));
    QCOMPARE(*multiScaleSsim(floats({176, 176}, 0), floats({176, 176}, 0)), 1.0);
    QVERIFY(refused(gradientError(floats({1, 9}, 0), floats({1, 9}, 0)), "at least 2"));
  }

  void masksThatDoNotFitAreRefused() {
    const image::Bitmap a = vectorPicture("G64");
    for (const mask::Mask& mask : {mask::Mask({64, 64}), mask::Mask({32, 64}, 255)}) {
      const char* why = mask.isEmpty() ? "mask is empty" : "must be of one size";
      QVERIFY(refused(pixelErrorInside(a, a, mask), why));
      QVERIFY(refused(ssimInside(a, a, mask), why));
      QVERIFY(refused(colourDifferenceInside(a, a, mask), why));
      QVERIFY(refused(pastedIntoTruth(a, a, mask), why));
      QVERIFY(refused(seamOf(a, mask), why));
    }
    QVERIFY(refused(seamOf(a, mask::Mask({64, 64}, 255)), "whole picture"));
  }
};

QTEST_GUILESS_MAIN(TestMetricClaims)
#include "test_metric_claims.moc"
