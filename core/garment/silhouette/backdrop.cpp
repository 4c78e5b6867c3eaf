#include "core/garment/silhouette/backdrop.h"

#include <algorithm>
#include <array>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/mask/connected_pieces.h"

namespace retailor::garment {
namespace {

constexpr int kBackdropRounds = 4;
constexpr float kShadowHue = 5, kDeepestShadow = 75;  // Lab
constexpr double kCalm = 3, kLeastCalm = 1.5;         // of the backdrop's spread, and Lab: what is surely backdrop
constexpr double kShadowReach = 0.06;                 // of the picture's longer side: as far a shadow may be taken for cloth
constexpr double kFaintReach = 0.15;                  // the same before pale cloth
constexpr double kBlur = 1.2, kFaintBlur = 4;         // pixels; compression leaves its squares on faint edges
constexpr double kFaint = 8;                          // Lab distance from the backdrop
constexpr double kSureDepth = 0.006;                  // of the same: from here inwards it is cloth
constexpr float kInside = 9, kFringe = 10;            // pixels: where cloth is sure, and how far a fringe may reach

constexpr int kGround = 1, kCloth = 2;  // basins of the watershed

// x, y and 1 of a pixel, for the plane.
cv::Vec3d terms(int x, int y) { return {static_cast<double>(x), static_cast<double>(y), 1.0}; }

struct Planes {
  std::array<cv::Vec3d, 3> channel;
  cv::Vec3f at(int x, int y) const {
    const cv::Vec3d t = terms(x, y);
    return {static_cast<float>(channel[0].dot(t)), static_cast<float>(channel[1].dot(t)), static_cast<float>(channel[2].dot(t))};
  }
};

std::vector<cv::Point> borderStrip(const cv::Size& size) {
  const int wide = std::min({std::max(6, size.width / 60), size.width, size.height});
  std::vector<cv::Point> strip;
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      if (x < wide || y < wide || x >= size.width - wide || y >= size.height - wide) strip.emplace_back(x, y);
  return strip;
}

// Weighted least squares for the three channels at once.
Planes fittedPlanes(const cv::Mat& lab, const std::vector<cv::Point>& strip, const std::vector<double>& weights) {
  cv::Matx33d normal = cv::Matx33d::eye() * 1e-6;
  cv::Matx33d right = cv::Matx33d::zeros();
  for (std::size_t i = 0; i < strip.size(); ++i) {
    const cv::Vec3d t = terms(strip[i].x, strip[i].y);
    const cv::Vec3d colour = lab.at<cv::Vec3f>(strip[i]);
    normal += weights[i] * (t * t.t());
    right += weights[i] * (t * colour.t());
  }
  const cv::Matx33d solution = normal.solve(right, cv::DECOMP_CHOLESKY);
  Planes planes;
  for (int c = 0; c < 3; ++c) planes.channel[static_cast<std::size_t>(c)] = {solution(0, c), solution(1, c), solution(2, c)};
  return planes;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<double> distances(const cv::Mat& lab, const std::vector<cv::Point>& strip, const Planes& planes) {
  std::vector<double> all;
  all.reserve(strip.size());
  for (const cv::Point& p : strip) all.push_back(cv::norm(lab.at<cv::Vec3f>(p) - planes.at(p.x, p.y)));
  return all;
}

cv::Mat distanceFrom(const cv::Mat& lab, const Planes& planes) {
  cv::Mat distance(lab.size(), CV_32F);
  for (int y = 0; y < lab.rows; ++y)
    for (int x = 0; x < lab.cols; ++x) distance.at<float>(y, x) = static_cast<float>(cv::norm(lab.at<cv::Vec3f>(y, x) - planes.at(x, y)));
  return distance;
}

// Light lost and hue kept: a shadow takes the same share of all three.
cv::Mat shadowLike(const cv::Mat& lab, const Planes& planes) {
  cv::Mat like = cv::Mat::zeros(lab.size(), CV_8U);
  for (int y = 0; y < lab.rows; ++y)
    for (int x = 0; x < lab.cols; ++x) {
      const cv::Vec3f here = lab.at<cv::Vec3f>(y, x), ground = planes.at(x, y);
      const float share = here[0] / std::max(1.0f, ground[0]);
      const bool sameHue = std::hypot(here[1] - share * ground[1], here[2] - share * ground[2]) < kShadowHue;
      if (sameHue && here[0] < ground[0] + 2 && here[0] > ground[0] - kDeepestShadow) like.at<std::uint8_t>(y, x) = 255;
    }
  return like;
}

// 255 in those pieces of `part` that touch a pixel of `outside`.
cv::Mat touching(const cv::Mat& part, const cv::Mat& outside) {
  cv::Mat near;
  cv::dilate(outside, near, cv::Mat::ones(3, 3, CV_8U));
  const mask::ConnectedPieces pieces(part, 8);
  std::vector<char> touched(static_cast<std::size_t>(pieces.count()));
  for (int y = 0; y < part.rows; ++y)
    for (int x = 0; x < part.cols; ++x)
      if (near.at<std::uint8_t>(y, x)) touched[static_cast<std::size_t>(pieces.at(x, y))] = true;
  cv::Mat result = cv::Mat::zeros(part.size(), CV_8U);
  pieces.assign(result, 255, [&](int piece) { return touched[static_cast<std::size_t>(piece)]; });
  return result;
}

void keepLargest(cv::Mat& object) {
  const mask::ConnectedPieces pieces(object, 4);
  int largest = 0;
  for (int piece = 1; piece < pieces.count(); ++piece)
    if (largest == 0 || pieces.area(piece) > pieces.area(largest)) largest = piece;
  pieces.assign(object, 0, [&](int piece) { return piece != largest; });
}

}  // namespace

Backdrop backdropOf(const cv::Mat& lab) {
  const std::vector<cv::Point> strip = borderStrip(lab.size());
  std::vector<double> weights(strip.size(), 1.0);
  Planes planes;
  double spread = 1;
  for (int round = 0; round < kBackdropRounds; ++round) {
    planes = fittedPlanes(lab, strip, weights);
    const std::vector<double> far = distances(lab, strip, planes);
    spread = std::max(0.3, median(far) / 1.18);
    for (std::size_t i = 0; i < far.size(); ++i) weights[i] = 1 / (1 + std::pow(far[i] / (2 * spread), 4));
  }
  Backdrop backdrop;
  backdrop.distance = distanceFrom(lab, planes);
  backdrop.shadowLike = shadowLike(lab, planes);
  backdrop.spread = spread;
  backdrop.threshold = std::clamp(5 * spread, 5.0, 9.0);
  const std::vector<double> far = distances(lab, strip, planes);
  const auto agreeing = std::ranges::count_if(far, [&](double d) { return d < backdrop.threshold; });
  backdrop.plainShare = static_cast<double>(agreeing) / static_cast<double>(far.size());
  return backdrop;
}

cv::Mat objectBefore(const Backdrop& backdrop) {
  cv::Mat object = backdrop.distance >= backdrop.threshold;
  cv::morphologyEx(object, object, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5}));
  // A picture's frame counts as backdrop, except where the object itself reaches it.
  const mask::ConnectedPieces ground(object == 0, 4);
  cv::Mat solid(object.size(), CV_8U, cv::Scalar(255));
  ground.assign(solid, 0, [&](int piece) { return ground.reachesFrame(piece); });
  keepLargest(solid);
  return solid;
}

double distanceOfCloth(const Backdrop& backdrop, const cv::Mat& object, double share) {
  std::vector<float> values;
  for (int y = 0; y < object.rows; y += 2)
    for (int x = 0; x < object.cols; x += 2)
      if (object.at<std::uint8_t>(y, x)) values.push_back(backdrop.distance.at<float>(y, x));
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return static_cast<double>(*at);
}

bool faint(const cv::Mat& object, const Backdrop& backdrop) { return distanceOfCloth(backdrop, object, 0.75) < kFaint; }

void settleRim(cv::Mat& object, const cv::Mat& lab, const Backdrop& backdrop) {
  const double side = std::max(object.cols, object.rows);
  cv::Mat depth, smooth, calm, picture;
  const bool pale = faint(object, backdrop);
  const double blur = pale ? kFaintBlur : kBlur;
  cv::GaussianBlur(lab, smooth, {}, blur);
  cv::GaussianBlur(backdrop.distance, calm, {}, blur);
  const mask::ConnectedPieces ground(calm < std::max(kLeastCalm, kCalm * backdrop.spread), 4);
  cv::distanceTransform(object, depth, cv::DIST_L2, cv::DIST_MASK_5);
  const cv::Mat within = depth < (pale ? kFaintReach : kShadowReach) * side;
  const cv::Mat shadow = touching(backdrop.shadowLike & object & within, object == 0);
  cv::Mat basins = cv::Mat::zeros(object.size(), CV_32S);
  cv::distanceTransform(object & (shadow == 0), depth, cv::DIST_L2, cv::DIST_MASK_5);
  basins.setTo(kCloth, depth > std::max(2.0, kSureDepth * side));
  cv::Mat outside = cv::Mat::zeros(object.size(), CV_8U);
  ground.assign(outside, 255, [&](int piece) { return ground.reachesFrame(piece); });
  basins.setTo(kGround, outside);
  if (cv::countNonZero(basins == kCloth) == 0) return;
  std::vector<cv::Mat> planes;
  cv::split(smooth, planes);
  planes[0].convertTo(planes[0], CV_8U, 2.55), planes[1].convertTo(planes[1], CV_8U, 2, 128), planes[2].convertTo(planes[2], CV_8U, 2, 128);
  cv::merge(planes, picture);
  cv::watershed(picture, basins);
  // The watershed leaves out the picture's frame.
  const cv::Mat cloth = basins == kCloth;
  const cv::Mat inner = cloth(cv::Rect(1, 1, object.cols - 2, object.rows - 2));
  cv::copyMakeBorder(inner, object, 1, 1, 1, 1, cv::BORDER_REPLICATE | cv::BORDER_ISOLATED);
  keepLargest(object);
}

void trimRim(cv::Mat& object, const Backdrop& backdrop) {
  cv::Mat depth, labels;
  cv::distanceTransform(object, depth, cv::DIST_L2, cv::DIST_MASK_5);
  const cv::Mat further = depth > kInside;
  if (cv::countNonZero(further) == 0) return;
  cv::Mat unused;
  cv::distanceTransform(further == 0, unused, labels, cv::DIST_L2, cv::DIST_MASK_5, cv::DIST_LABEL_PIXEL);
  std::vector<float> carried(static_cast<std::size_t>(object.total()) + 1, 0.0f);
  for (int y = 0; y < object.rows; ++y)
    for (int x = 0; x < object.cols; ++x)
      if (further.at<std::uint8_t>(y, x)) carried[static_cast<std::size_t>(labels.at<int>(y, x))] = backdrop.distance.at<float>(y, x);
  cv::Mat faint = cv::Mat::zeros(object.size(), CV_8U);
  const auto least = static_cast<float>(0.8 * backdrop.threshold);
  for (int y = 0; y < object.rows; ++y)
    for (int x = 0; x < object.cols; ++x) {
      if (!object.at<std::uint8_t>(y, x) || depth.at<float>(y, x) > kFringe) continue;
      const float inner = carried[static_cast<std::size_t>(labels.at<int>(y, x))];
      if (backdrop.distance.at<float>(y, x) < std::max(0.35f * inner, least)) faint.at<std::uint8_t>(y, x) = 255;
    }
  object.setTo(0, touching(faint, object == 0));
  keepLargest(object);
}

cv::Mat gapsIn(const cv::Mat& object, const Backdrop& backdrop) {
  cv::Mat like = (backdrop.distance < backdrop.threshold) & object;
  cv::morphologyEx(like, like, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
  const mask::ConnectedPieces pieces(like, 4);
  const auto all = static_cast<double>(object.total());
  cv::Mat gaps = cv::Mat::zeros(object.size(), CV_8U);
  pieces.assign(gaps, 255, [&](int piece) { return pieces.area(piece) > 0.0004 * all && pieces.area(piece) < 0.05 * all; });
  return gaps;
}

}  // namespace retailor::garment
