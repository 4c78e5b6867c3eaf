#include "core/regions/reading/drop_ringing.h"

#include <algorithm>
#include <map>

#include <opencv2/imgproc.hpp>

namespace retailor::regions {

namespace {

constexpr double kHeldShare = 0.002, kLeastSure = 0.5;  // of the map

// Where a window of one id lies round or beside the pixel.
cv::Mat evenAreas(const cv::Mat& ids) {
  const cv::Mat window = cv::Mat::ones(3, 3, CV_8U);
  cv::Mat highest, lowest, areas;
  cv::dilate(ids, highest, window);
  cv::erode(ids, lowest, window);
  cv::dilate(highest == lowest, areas, window);
  return areas;
}

void leaveOutRareIds(const LabelMap& map, cv::Mat& sure) {
  std::map<std::uint32_t, std::size_t> held;
  for (std::size_t i = 0; i < map.ids.size(); ++i)
    if (sure.data[i]) ++held[map.ids[i]];
  for (std::size_t i = 0; i < map.ids.size(); ++i)
    if (sure.data[i] && static_cast<double>(held[map.ids[i]]) < kHeldShare * static_cast<double>(map.ids.size())) sure.data[i] = 0;
}

bool nearestSureTaken(LabelMap& map) {
  cv::Mat ids(map.size.height, map.size.width, CV_32F);  // exact up to 24 bits
  std::ranges::copy(map.ids, ids.ptr<float>());
  cv::Mat sure = evenAreas(ids);
  leaveOutRareIds(map, sure);
  if (cv::countNonZero(sure) < kLeastSure * static_cast<double>(map.ids.size())) return false;
  cv::Mat distance, nearest;
  cv::distanceTransform(sure == 0, distance, nearest, cv::DIST_L2, 5, cv::DIST_LABEL_PIXEL);
  std::vector<std::uint32_t> idOf(map.ids.size() + 1);
  for (std::size_t i = 0; i < map.ids.size(); ++i)
    if (sure.data[i]) idOf[static_cast<std::size_t>(nearest.ptr<int>()[i])] = map.ids[i];
  for (std::size_t i = 0; i < map.ids.size(); ++i) map.ids[i] = idOf[static_cast<std::size_t>(nearest.ptr<int>()[i])];
  return true;
}

}  // namespace

bool dropRinging(LabelMap& map) {
  try {
    return nearestSureTaken(map);
  } catch (const cv::Exception&) {  // memory; nothing has been changed
    return false;
  }
}

}  // namespace retailor::regions
