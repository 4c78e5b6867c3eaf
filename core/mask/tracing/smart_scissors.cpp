#include "core/mask/tracing/smart_scissors.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <opencv2/imgproc/segmentation.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/mask/opencv_mask.h"

namespace retailor::mask {

namespace {

constexpr double kWeak = 32, kStrong = 100;  // Canny's thresholds, of differences of 8-bit samples
constexpr double kMagnitudeLimit = 200;      // steeper edges cost nothing more, so that a bright logo does not draw the path away

image::Rect windowAround(Point anchor, double reach, const image::Rect& picture) {
  const auto from = [reach](double at) { return static_cast<int>(std::floor(at - reach)); };
  const int side = static_cast<int>(std::ceil(2 * reach));
  return image::intersected({from(anchor.x), from(anchor.y), side, side}, picture);
}

cv::Mat shrunkenRgb(const image::Bitmap& picture, const image::Rect& window, double shrink) {
  cv::Mat rgb = image::toCv(picture)(toCv(window));
  if (rgb.channels() == 4) cv::cvtColor(rgb, rgb, cv::COLOR_RGBA2RGB);
  const cv::Size size(std::max(1, cvRound(rgb.cols / shrink)), std::max(1, cvRound(rgb.rows / shrink)));
  cv::Mat small;
  cv::resize(rgb, small, size, 0, 0, cv::INTER_AREA);
  return small;
}

}  // namespace

struct SmartScissors::Map {
  cv::segmentation::IntelligentScissorsMB paths;
  cv::Size size;        // of the shrunken window
  double across, down;  // picture pixels of one of its pixels

  cv::Point placeOf(Point at, const image::Rect& window) const {
    return {std::clamp(static_cast<int>(std::floor((at.x - window.x) / across)), 0, size.width - 1),
            std::clamp(static_cast<int>(std::floor((at.y - window.y) / down)), 0, size.height - 1)};
  }
};

Result<SmartScissors> SmartScissors::around(const image::Bitmap& picture, Point anchor, double shrink) {
  assert(picture.sampleType() == image::SampleType::U8 && picture.channels() >= 3);
  if (!(anchor.x >= 0 && anchor.y >= 0 && anchor.x < picture.width() && anchor.y < picture.height()))
    return badInput("The point lies beside the picture; click on it.");
  try {
    const double step = std::max(1.0, shrink);
    const image::Rect window = windowAround(anchor, step * windowSide / 2, picture.bounds());
    const cv::Mat small = shrunkenRgb(picture, window, step);
    auto map = std::make_shared<Map>();
    map->size = small.size();
    map->across = static_cast<double>(window.width) / small.cols;
    map->down = static_cast<double>(window.height) / small.rows;
    map->paths.setEdgeFeatureCannyParameters(kWeak, kStrong).setGradientMagnitudeMaxLimit(kMagnitudeLimit);
    map->paths.applyImage(small);
    map->paths.buildMap(map->placeOf(anchor, window));
    return SmartScissors(std::move(map), anchor, window);
  } catch (const cv::Exception& problem) {
    return Failure{FailureKind::Internal, "The edges could not be followed: " + problem.err + "."};
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to follow the edges; close other programs."};
  }
}

std::vector<Point> SmartScissors::pathTo(Point to) const {
  std::vector<cv::Point> places;
  m_map->paths.getContour(m_map->placeOf(to, m_window), places);
  std::vector<Point> path{m_anchor};
  for (std::size_t i = 1; i + 1 < places.size(); ++i)
    path.push_back({m_window.x + (places[i].x + 0.5) * m_map->across, m_window.y + (places[i].y + 0.5) * m_map->down});
  path.push_back(to);
  return path;
}

}  // namespace retailor::mask
