#include "core/methods/patch_diffusion/placing/initial_placement.h"

#include <algorithm>
#include <cmath>
#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>
#include <vector>

#include "core/methods/patch_diffusion/crew.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kFeatureSide = 400;  // pixels; OpenCV cannot be interrupted, so it gets small pictures
constexpr int kMostFeatures = 1200;
constexpr float kDistinct = 0.8f;  // the best match must be this much nearer than the next
constexpr double kTolerance = 6;   // pixels
constexpr int kFewestInliers = 8;

struct Features {
  std::vector<cv::KeyPoint> points;
  cv::Mat descriptors;
};

Features featuresOf(const cv::Mat& grey, const cv::Mat& mask) {
  Features features;
  cv::SIFT::create(kMostFeatures)->detectAndCompute(grey, mask, features.points, features.descriptors);
  return features;
}

// Grey picture and the mask of its usable pixels, the mask's edge left out.
struct GreyPicture {
  cv::Mat grey, mask;
  double shrink;
};

GreyPicture greyOf(const Plane& plane, const Grid<float>* region) {
  GreyPicture picture{cv::Mat(plane.height(), plane.width(), CV_8U), cv::Mat(plane.height(), plane.width(), CV_8U), 1};
  for (int y = 0; y < plane.height(); ++y)
    for (int x = 0; x < plane.width(); ++x) {
      const Pixel& p = plane(x, y);
      picture.grey.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(255 * (0.299f * p.r + 0.587f * p.g + 0.114f * p.b));
      picture.mask.at<std::uint8_t>(y, x) = p.usable > 0.5f && (!region || (*region)(x, y) >= 0.5f) ? 255 : 0;
    }
  return picture;
}

std::vector<cv::DMatch> distinctMatches(const Features& from, const Features& to) {
  std::vector<std::vector<cv::DMatch>> nearest;
  if (from.descriptors.rows >= 2 && to.descriptors.rows >= 2)
    cv::BFMatcher(cv::NORM_L2).knnMatch(from.descriptors, to.descriptors, nearest, 2);
  std::vector<cv::DMatch> matches;
  for (const std::vector<cv::DMatch>& pair : nearest)
    if (pair.size() == 2 && pair[0].distance < kDistinct * pair[1].distance) matches.push_back(pair[0]);
  return matches;
}

struct Box {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  void add(int x, int y) {
    left = std::min(left, x + 0.0), top = std::min(top, y + 0.0), right = std::max(right, x + 1.0), bottom = std::max(bottom, y + 1.0);
  }
  bool empty() const { return right <= left; }
  Point middle() const { return {(left + right) / 2, (top + bottom) / 2}; }
  double area() const { return (right - left) * (bottom - top); }
};

Affine boxOntoHole(const Plane& photo, const RegionPicture& picture) {
  Box hole, region;
  for (int y = 0; y < photo.height(); ++y)
    for (int x = 0; x < photo.width(); ++x)
      if (photo(x, y).usable <= 0) hole.add(x, y);
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      if (picture.region(x, y) >= 0.5f) region.add(x, y);
  if (hole.empty() || region.empty()) return {};
  const double scale = std::sqrt(region.area() / hole.area());
  const Point from = hole.middle(), to = region.middle();
  return {scale, 0, to.x - scale * from.x, 0, scale, to.y - scale * from.y};
}

std::size_t scaleFor(int longest) {
  std::size_t scale = 0;
  while ((longest >> scale) > kFeatureSide) ++scale;
  return scale;
}

}  // namespace

bool placementByFeatures(const PhotoPyramid& photo, const ReferencePicture& reference, Evidence evidence, Affine& placement, Crew& crew) {
  const std::size_t photoScale = std::min(photo.size() - 1, scaleFor(std::max(photo[0].width(), photo[0].height())));
  const RegionPicture& layer = reference.layer(scaleFor(std::max(reference.finest().width(), reference.finest().height())));
  const double photoShrink = std::pow(2.0, static_cast<double>(photoScale));
  const double layerShrink = static_cast<double>(reference.finest().width()) / layer.width();
  const GreyPicture scene = greyOf(photo[photoScale], nullptr),
                    object = greyOf(layer.colour, evidence == Evidence::Region ? &layer.region : nullptr);
  const Features inScene = featuresOf(scene.grey, scene.mask);
  if (crew.stopped()) return false;
  const Features inObject = featuresOf(object.grey, object.mask);
  if (crew.stopped()) return false;
  std::vector<cv::Point2f> from, to;
  for (const cv::DMatch& match : distinctMatches(inScene, inObject)) {
    from.push_back(inScene.points[static_cast<std::size_t>(match.queryIdx)].pt);
    to.push_back(inObject.points[static_cast<std::size_t>(match.trainIdx)].pt);
  }
  if (from.size() < kFewestInliers) return false;
  std::vector<std::uint8_t> inliers;
  const cv::Mat found = cv::estimateAffinePartial2D(from, to, inliers, cv::RANSAC, kTolerance);
  if (found.empty() || std::count(inliers.begin(), inliers.end(), 1) < kFewestInliers) return false;
  const Affine between{found.at<double>(0, 0), found.at<double>(0, 1), found.at<double>(0, 2),
                       found.at<double>(1, 0), found.at<double>(1, 1), found.at<double>(1, 2)};
  // OpenCV counts from pixel centres.
  const Affine toCentres{1 / photoShrink, 0, -0.5, 0, 1 / photoShrink, -0.5},
      fromCentres{layerShrink, 0, 0.5 * layerShrink, 0, layerShrink, 0.5 * layerShrink};
  placement = fromCentres.after(between).after(toCentres);
  return true;
}

Affine initialPlacement(const PhotoPyramid& photo, const ReferencePicture& reference, Crew& crew) {
  Affine placement;
  if (placementByFeatures(photo, reference, Evidence::Region, placement, crew)) return placement;
  if (placementByFeatures(photo, reference, Evidence::WholePicture, placement, crew)) return placement;
  return boxOntoHole(photo[0], reference.finest());
}

}  // namespace retailor::patch_diffusion
