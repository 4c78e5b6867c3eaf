#include "core/metrics/structural_similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

#include "core/image/parallel_rows.h"
#include "core/metrics/comparable.h"

namespace retailor::metrics {
namespace {

constexpr int kHalfWindow = ssimWindow / 2;
constexpr int kBandRows = 128;  // five filtered planes of a band stay in the cache

struct SsimSums {
  double similarity = 0;
  double contrastStructure = 0;
  double pixels = 0;

  SsimSums& operator+=(const SsimSums& other) {
    similarity += other.similarity, contrastStructure += other.contrastStructure, pixels += other.pixels;
    return *this;
  }
};

// The samples of one channel of both pictures, and white.
struct ChannelPair {
  cv::Mat a, b;  // CV_64F
  double white = 255;
};

cv::Mat gaussianTaps() {
  cv::Mat taps(1, ssimWindow, CV_64F);
  for (int i = 0; i < ssimWindow; ++i) {
    const double x = i - kHalfWindow;
    taps.at<double>(i) = std::exp(-x * x / (2 * ssimSigma * ssimSigma));
  }
  return taps / cv::sum(taps)[0];
}

// The weighted means of the plane around each pixel of its rows `inner`. Rows above and below them are looked at where the plane has them.
cv::Mat smoothed(const cv::Mat& plane, const cv::Range& inner) {
  static const cv::Mat taps = gaussianTaps();
  cv::Mat means;
  cv::sepFilter2D(plane.rowRange(inner), means, CV_64F, taps, taps, {-1, -1}, 0, cv::BORDER_REFLECT);
  return means;
}

// Moments over the window at every pixel of some rows.
struct WindowMoments {
  cv::Mat meanA, meanB, squaresA, squaresB, products;

  WindowMoments(const ChannelPair& pair, const cv::Range& rows) {
    const cv::Range wide(std::max(0, rows.start - kHalfWindow), std::min(pair.a.rows, rows.end + kHalfWindow));
    const cv::Range inner(rows.start - wide.start, rows.end - wide.start);
    const cv::Mat a = pair.a.rowRange(wide).clone(), b = pair.b.rowRange(wide).clone();
    meanA = smoothed(a, inner), meanB = smoothed(b, inner);
    squaresA = smoothed(a.mul(a), inner), squaresB = smoothed(b.mul(b), inner), products = smoothed(a.mul(b), inner);
  }
};

// One row of the map, summed where `counts`.
SsimSums rowSums(const WindowMoments& moments, int row, double white, const std::uint8_t* counts) {
  const double c1 = std::pow(ssimK1 * white, 2), c2 = std::pow(ssimK2 * white, 2);
  const auto *ma = moments.meanA.ptr<double>(row), *mb = moments.meanB.ptr<double>(row), *aa = moments.squaresA.ptr<double>(row),
             *bb = moments.squaresB.ptr<double>(row), *ab = moments.products.ptr<double>(row);
  SsimSums sums;
  for (int x = 0; x < moments.meanA.cols; ++x) {
    if (!isInside(counts[x])) continue;
    const double squareA = ma[x] * ma[x], squareB = mb[x] * mb[x], product = ma[x] * mb[x];
    const double contrastStructure = (2 * (ab[x] - product) + c2) / ((aa[x] - squareA) + (bb[x] - squareB) + c2);
    sums += {(2 * product + c1) / (squareA + squareB + c1) * contrastStructure, contrastStructure, 1};
  }
  return sums;
}

// Means over the pixels of `where`, in an order that does not depend on the number of threads.
SsimSums ssimMeans(const ChannelPair& pair, const mask::Mask& where) {
  const int bands = (pair.a.rows + kBandRows - 1) / kBandRows;
  std::vector<SsimSums> sums(static_cast<std::size_t>(bands));
  constexpr std::size_t costOfASample = 16;
  image::overRows(bands, pair.a.total() * costOfASample, [&](int first, int last) {
    for (int band = first; band < last; ++band) {
      const cv::Range rows(band * kBandRows, std::min(pair.a.rows, (band + 1) * kBandRows));
      const WindowMoments moments(pair, rows);
      for (int y = rows.start; y < rows.end; ++y)
        sums[static_cast<std::size_t>(band)] += rowSums(moments, y - rows.start, pair.white, where.row(y));
    }
  });
  SsimSums all;
  for (const SsimSums& band : sums) all += band;
  return {all.similarity / all.pixels, all.contrastStructure / all.pixels, all.pixels};
}

// The pixels whose window lies within the picture.
mask::Mask withoutFrame(image::Size size) {
  mask::Mask where(size);
  for (int y = kHalfWindow; y < size.height - kHalfWindow; ++y)
    std::fill(where.row(y) + kHalfWindow, where.row(y) + size.width - kHalfWindow, std::uint8_t{255});
  return where;
}

Result<void> checkSides(image::Size size, int shortest, const std::string& metric) {
  if (std::min(size.width, size.height) >= shortest) return {};
  return badInput("The pictures are too small for " + metric + ": both sides must be at least " + std::to_string(shortest) + " pixels.");
}

double meanSsim(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& where, SsimOf of) {
  if (of == SsimOf::Luma) return ssimMeans({lumaOf(result), lumaOf(truth), 255}, where).similarity;
  double sum = 0;
  for (int c = 0; c < 3; ++c) sum += ssimMeans({channelOf(result, c), channelOf(truth, c), rangeOf(result.sampleType())}, where).similarity;
  return sum / 3;
}

// Means of 2 × 2; an odd last row or column is dropped.
cv::Mat halved(const cv::Mat& plane) {
  cv::Mat half;
  const cv::Rect even(0, 0, plane.cols & ~1, plane.rows & ~1);
  cv::resize(plane(even), half, {plane.cols / 2, plane.rows / 2}, 0, 0, cv::INTER_AREA);
  return half;
}

double multiScaleOf(ChannelPair pair) {
  constexpr std::array weights{0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
  double product = 1;
  for (std::size_t scale = 0; scale < weights.size(); ++scale) {
    const SsimSums means = ssimMeans(pair, withoutFrame({pair.a.cols, pair.a.rows}));
    const bool coarsest = scale + 1 == weights.size();
    product *= std::pow(std::max(0.0, coarsest ? means.similarity : means.contrastStructure), weights[scale]);
    if (!coarsest) pair = {halved(pair.a), halved(pair.b), pair.white};
  }
  return product;
}

}  // namespace

Result<double> ssim(const image::Bitmap& result, const image::Bitmap& truth, SsimOf of) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  if (const Result<void> good = checkSides(result.size(), ssimWindow, "SSIM"); !good) return good.failure();
  return meanSsim(result, truth, withoutFrame(result.size()), of);
}

Result<double> ssimInside(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask, SsimOf of) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  if (const Result<void> good = checkSides(result.size(), ssimWindow, "SSIM"); !good) return good.failure();
  if (const Result<void> good = checkInside(mask, result.size()); !good) return good.failure();
  return meanSsim(result, truth, mask, of);
}

Result<double> multiScaleSsim(const image::Bitmap& result, const image::Bitmap& truth) {
  if (const Result<void> good = checkComparable(result, truth); !good) return good.failure();
  if (const Result<void> good = checkSides(result.size(), shortestMultiScaleSide, "MS-SSIM"); !good) return good.failure();
  double sum = 0;
  for (int c = 0; c < 3; ++c) sum += multiScaleOf({channelOf(result, c), channelOf(truth, c), rangeOf(result.sampleType())});
  return sum / 3;
}

}  // namespace retailor::metrics
