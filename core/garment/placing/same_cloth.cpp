#include "core/garment/placing/same_cloth.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/garment/placing/mesh_map.h"
#include "core/image/opencv_bitmap.h"
#include "core/mask/opencv_mask.h"

namespace retailor::garment {
namespace {

constexpr double kRegisterWorkingSide = 420;  // of the window's longer side: figures in pixels are at this size
constexpr int kRegisterRim = 5;               // of the cloth that does not count
constexpr double kRegisterAntialias = 0.4;    // drawn pixels of blur before shrinking
constexpr double kLight = 8;                  // broader than this it is light, not pattern
constexpr double kLeastPattern = 4;           // grey levels
constexpr double kSame = 0.6;                 // correlation after the flow from which on it is the same cloth
constexpr double kBetter = 0.01;              // and by as much the flow has to help
constexpr std::array kBlurs{2.5, 1.2, 0.6};
constexpr int kRegisterRounds = 5;      // for each of them
constexpr double kNeighbourhood = 9;    // over which the flow is one movement
constexpr double kRegisterCalm = 0.08;  // of the pattern's mean gradient: how much a movement has to be told by
constexpr double kRegisterMostStep = 1.5;
constexpr double kFarthest = 24;
constexpr int kRegisterHalvings = 3;  // of a flow that would fold the mesh

// Averages over a neighbourhood, counting only what lies in a mask.
class Averaging {
 public:
  Averaging(const cv::Mat& mask, double sigma) : m_mask(mask), m_sigma(sigma) {
    cv::GaussianBlur(mask, m_weight, {}, sigma);
    m_weight += 1e-4;
  }
  cv::Mat of(const cv::Mat& values) const {
    cv::Mat sum;
    cv::GaussianBlur(values.mul(m_mask), sum, {}, m_sigma);
    return sum / m_weight;
  }

 private:
  cv::Mat m_mask, m_weight;  // CV_32F
  double m_sigma;
};

cv::Mat grey(const cv::Mat& rgb) {
  cv::Mat one;
  cv::cvtColor(rgb, one, cv::COLOR_RGB2GRAY);
  one.convertTo(one, CV_32F);
  return one;
}

// What is left without light and shade, 0 outside the mask.
cv::Mat patternOf(const cv::Mat& level, const cv::Mat& mask) { return (level - Averaging(mask, kLight).of(level)).mul(mask); }

double correlation(const cv::Mat& a, const cv::Mat& b, const cv::Mat& mask) {
  const cv::Mat x = a.mul(mask), y = b.mul(mask);
  return x.dot(y) / std::sqrt(std::max(1e-9, x.dot(x) * y.dot(y)));
}

struct Flow {
  cv::Mat x, y;  // CV_32F: by how much the cloth moves to here
};

Flow averaged(const Flow& flow, const Averaging& averaging) { return {averaging.of(flow.x), averaging.of(flow.y)}; }

cv::Mat movedBy(const cv::Mat& picture, const Flow& flow) {
  cv::Mat across(flow.x.size(), CV_32F), down(flow.x.size(), CV_32F), moved;
  for (int y = 0; y < across.rows; ++y)
    for (int x = 0; x < across.cols; ++x) {
      across.at<float>(y, x) = static_cast<float>(x) - flow.x.at<float>(y, x);
      down.at<float>(y, x) = static_cast<float>(y) - flow.y.at<float>(y, x);
    }
  cv::remap(picture, moved, across, down, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return moved;
}

// One step of the flow: the movement of each neighbourhood that brings `cloth` nearest to `photo`.
void improve(Flow& flow, const cv::Mat& cloth, const cv::Mat& photo, const cv::Mat& mask, const Averaging& near) {
  const cv::Mat now = movedBy(cloth, flow), off = photo - now;
  cv::Mat gx, gy;
  cv::Sobel(now, gx, CV_32F, 1, 0, 3, 1.0 / 8);
  cv::Sobel(now, gy, CV_32F, 0, 1, 3, 1.0 / 8);
  const cv::Mat xx = near.of(gx.mul(gx)), xy = near.of(gx.mul(gy)), yy = near.of(gy.mul(gy));
  const cv::Mat byX = near.of(gx.mul(off)), byY = near.of(gy.mul(off));
  const double calm = kRegisterCalm * cv::mean(xx + yy, mask > 0.5)[0] + 1e-3;
  const cv::Mat a = xx + calm, c = yy + calm, all = a.mul(c) - xy.mul(xy);
  cv::Mat stepX = (c.mul(byX) - xy.mul(byY)) / all, stepY = (a.mul(byY) - xy.mul(byX)) / all;
  for (cv::Mat* step : {&stepX, &stepY}) *step = cv::max(cv::min(*step, kRegisterMostStep), -kRegisterMostStep);
  flow.x -= stepX, flow.y -= stepY;
}

struct Views {
  cv::Mat cloth, photo, mask;  // patterns, CV_32F; 1 where both can be compared
};

Views viewsOf(const GarmentCut& cut, const WornGarment& worn, const cv::Mat& rgb, const image::Rect& window, const MeshMap& map) {
  const cv::Mat places = map.sources(0, map.size().height);
  cv::Mat cloth, coverage, photo, region;
  cv::Mat texture = image::toCv(cut.colour).clone();
  if (map.enlargement() < 0.9) cv::GaussianBlur(texture, texture, {}, kRegisterAntialias / map.enlargement());
  cv::remap(texture, cloth, places, {}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::remap(mask::readableMat(cut.coverage), coverage, places, {}, cv::INTER_LINEAR, cv::BORDER_CONSTANT, 0);
  cv::resize(rgb, photo, map.size(), 0, 0, cv::INTER_AREA);
  cv::resize(mask::readableMat(worn.region)(mask::toCv(window)), region, map.size(), 0, 0, cv::INTER_AREA);
  cv::Mat both = (coverage > 250) & (region > 250);
  if (worn.inFront.size() == worn.photo) {
    cv::Mat front;
    cv::resize(mask::readableMat(worn.inFront)(mask::toCv(window)), front, map.size(), 0, 0, cv::INTER_AREA);
    both.setTo(0, front > 5);
  }
  cv::erode(both, both, cv::Mat::ones(2 * kRegisterRim + 1, 2 * kRegisterRim + 1, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
  Views views;
  both.convertTo(views.mask, CV_32F, 1.0 / 255);
  views.cloth = patternOf(grey(cloth), views.mask), views.photo = patternOf(grey(photo), views.mask);
  return views;
}

bool hasPattern(const cv::Mat& pattern, const cv::Mat& mask) {
  const double count = cv::sum(mask)[0];
  return count > 400 && std::sqrt(pattern.dot(pattern) / count) > kLeastPattern;
}

// The photo's contrast may be another than the garment picture's.
cv::Mat asStrongAs(const cv::Mat& pattern, const cv::Mat& other) {
  return pattern * std::sqrt(other.dot(other) / std::max(1e-9, pattern.dot(pattern)));
}

Flow flowOf(const Views& views) {
  const Averaging near(views.mask, kNeighbourhood), smooth(views.mask, kNeighbourhood / 2), broad(views.mask, kNeighbourhood * 2 / 3);
  Flow flow{cv::Mat::zeros(views.mask.size(), CV_32F), cv::Mat::zeros(views.mask.size(), CV_32F)};
  const cv::Mat photo = asStrongAs(views.photo, views.cloth);
  for (const double blur : kBlurs) {
    cv::Mat cloth, goal;
    cv::GaussianBlur(views.cloth, cloth, {}, blur);
    cv::GaussianBlur(photo, goal, {}, blur);
    for (int round = 0; round < kRegisterRounds; ++round) {
      improve(flow, cloth, goal, views.mask, near);
      flow = averaged(flow, smooth);
    }
  }
  return averaged(flow, broad);
}

// The flow at a place of the window, in its own pixels.
Point flowAt(const Flow& flow, Point p, double scale) {
  const int x = std::clamp(static_cast<int>(p.x * scale), 0, flow.x.cols - 1);
  const int y = std::clamp(static_cast<int>(p.y * scale), 0, flow.x.rows - 1);
  return (1 / scale) * Point{static_cast<double>(flow.x.at<float>(y, x)), static_cast<double>(flow.y.at<float>(y, x))};
}

double farthest(const Flow& flow) { return std::max(cv::norm(flow.x, cv::NORM_INF), cv::norm(flow.y, cv::NORM_INF)); }

FitMesh flown(const FitMesh& mesh, const Flow& flow, const image::Rect& window, double scale, double share) {
  FitMesh moved = mesh;
  const Point corner{static_cast<double>(window.x), static_cast<double>(window.y)};
  for (Point& p : moved.placed) {
    const Point first = flowAt(flow, p - corner, scale);
    p += share * flowAt(flow, p + first - corner, scale);
  }
  return moved;
}

}  // namespace

FitMesh inRegister(const FitMesh& mesh, const GarmentCut& cut, const WornGarment& worn, const cv::Mat& rgb, const image::Rect& window,
                   bool sleevesOnTop) {
  const double scale = std::min(1.0, kRegisterWorkingSide / std::max(window.width, window.height));
  const Views views = viewsOf(cut, worn, rgb, window, MeshMap(mesh, window, scale, sleevesOnTop, 0));
  if (!hasPattern(views.cloth, views.mask) || !hasPattern(views.photo, views.mask)) return mesh;
  const Flow flow = flowOf(views);
  const double before = correlation(views.cloth, views.photo, views.mask);
  const double after = correlation(movedBy(views.cloth, flow), views.photo, views.mask);
  if (after < kSame || after < before + kBetter || farthest(flow) > kFarthest) return mesh;
  const int folds = turnedOver(mesh);
  double share = 1;
  for (int i = 0; i < kRegisterHalvings; ++i, share /= 2)
    if (FitMesh moved = flown(mesh, flow, window, scale, share); turnedOver(moved) <= folds) return moved;
  return mesh;
}

}  // namespace retailor::garment
