#include "core/mask/scribbles/scribbled_regions.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/image/resize.h"
#include "core/mask/guided_edge.h"
#include "core/mask/scribbles/random_walker.h"

namespace retailor::mask {

namespace {

constexpr int kWalkSide = 320;
constexpr int kFraction = 4;        // bits of a pixel in coordinates that OpenCV draws at
constexpr int kScribbleRadius = 8;  // of the guided filter, at least

cv::Mat writable(Labels& labels) { return {labels.height(), labels.width(), CV_8UC1, labels.row(0)}; }

image::Size fitted(image::Size size, int longSide) { return longSide > 0 ? image::fittedInto(size, {longSide, longSide}) : size; }

cv::Mat shrunkenRgb(const image::Bitmap& picture, image::Size size) {
  cv::Mat rgb = image::toCv(picture), small;
  if (rgb.channels() == 4) cv::cvtColor(rgb, rgb, cv::COLOR_RGBA2RGB);
  if (size == picture.size()) return rgb;
  cv::resize(rgb, small, {size.width, size.height}, 0, 0, cv::INTER_AREA);
  return small;
}

// OpenCV's pixel centres lie at whole numbers.
cv::Point fixedPoint(const Point& at, double scale) {
  const auto fixed = [scale](double v) { return static_cast<int>(std::lround(std::clamp(v * scale - 0.5, -1e5, 1e5) * (1 << kFraction))); };
  return {fixed(at.x), fixed(at.y)};
}

void draw(cv::Mat& seeds, const Scribble& scribble, double scale) {
  const int thickness = std::max(1, cvRound(2 * scribble.radius * scale));
  std::vector<cv::Point> path;
  for (const Point& at : scribble.path)
    if (std::isfinite(at.x) && std::isfinite(at.y)) path.push_back(fixedPoint(at, scale));
  if (path.size() == 1) path.push_back(path.front());
  for (std::size_t i = 1; i < path.size(); ++i) cv::line(seeds, path[i - 1], path[i], scribble.label, thickness, cv::LINE_8, kFraction);
}

Labels drawnSeeds(std::span<const Scribble> scribbles, image::Size size, double scale) {
  Labels seeds(size);
  cv::Mat ids = writable(seeds);
  for (const Scribble& scribble : scribbles) draw(ids, scribble, scale);
  return seeds;
}

// Where one label lies at full size: smoothly enlarged, 8 bits, and with its edge pulled to the picture's.
struct Claim {
  cv::Mat share, inside;
};

Claim claimOf(Labels& likeliest, std::uint8_t label, const cv::Mat& rgb, std::stop_token stop) {
  Claim claim;
  cv::resize(writable(likeliest) == label, claim.share, rgb.size(), 0, 0, cv::INTER_LINEAR);
  const int radius = std::max(kScribbleRadius, cvRound(1.5 * rgb.cols / likeliest.width()));
  claim.inside = guidedEdge(claim.share, separatingGuide(rgb, claim.share >= 128), radius, stop);
  return claim;
}

// A label that the guided edge counts in goes before one that it does not; among equals the greater share.
void compete(const Claim& claim, std::uint8_t label, cv::Mat& best, cv::Mat& ids) {
  for (int y = 0; y < ids.rows; ++y) {
    const std::uint8_t *share = claim.share.ptr(y), *inside = claim.inside.ptr(y);
    auto* most = best.ptr<std::uint16_t>(y);
    for (int x = 0; x < ids.cols; ++x) {
      const auto strength = static_cast<std::uint16_t>((inside[x] ? 256 : 0) + share[x] + 1);
      if (strength <= most[x]) continue;
      most[x] = strength;
      ids.at<std::uint8_t>(y, x) = label;
    }
  }
}

Labels refined(Labels likeliest, const cv::Mat& rgb, std::stop_token stop) {
  Labels labels({rgb.cols, rgb.rows});
  cv::Mat ids = writable(labels), best = cv::Mat::zeros(rgb.size(), CV_16U);
  const auto counts = likeliest.counts();
  for (std::uint8_t label = 1; label != 0 && !stop.stop_requested(); ++label)
    if (counts[label] > 0) compete(claimOf(likeliest, label, rgb, stop), label, best, ids);
  return labels;
}

Labels withSeedsKept(Labels labels, const Labels& seeds) {
  for (int y = 0; y < labels.height(); ++y)
    for (int x = 0; x < labels.width(); ++x)
      if (seeds.at(x, y) != 0) labels.row(y)[x] = seeds.at(x, y);
  return labels;
}

Result<Labels> found(const image::Bitmap& picture, std::span<const Scribble> scribbles, int longSide, std::stop_token stop) {
  const image::Size walked = fitted(picture.size(), kWalkSide), wanted = fitted(picture.size(), longSide);
  const auto scaleTo = [&](image::Size size) { return static_cast<double>(size.width) / picture.width(); };
  std::uint8_t count = 0;
  for (const Scribble& scribble : scribbles) count = std::max(count, scribble.label);
  const image::Bitmap small = image::fromCv(shrunkenRgb(picture, walked));
  const Result<RandomWalk> walk = randomWalk(small, drawnSeeds(scribbles, walked, scaleTo(walked)), count, stop);
  if (!walk) return walk.failure();
  if (stop.stop_requested()) return Labels(wanted);
  return withSeedsKept(refined(walk->likeliest(), shrunkenRgb(picture, wanted), stop), drawnSeeds(scribbles, wanted, scaleTo(wanted)));
}

}  // namespace

Result<Labels> scribbledRegions(const image::Bitmap& picture, std::span<const Scribble> scribbles, int longSide, std::stop_token stop) {
  assert(picture.sampleType() == image::SampleType::U8 && picture.channels() >= 3);
  try {
    return found(picture, scribbles, longSide, stop);
  } catch (const cv::Exception& problem) {
    return Failure{FailureKind::Internal, "The parts could not be told apart: " + problem.err + "."};
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to tell the parts apart; close other programs."};
  }
}

}  // namespace retailor::mask
