#include "core/regions/maps/split_heads.h"

#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/regions/body_part.h"

namespace retailor::regions {

namespace {

// Of the head's height, crown to chin: proportions of a face detector's box, whose head begins a quarter above it.
constexpr double kFaceMiddle = 0.626, kFaceHalfHeight = 0.423, kFaceHalfWidth = 0.34;
constexpr int kLeastHead = 8;  // pixels high

bool insideFace(const cv::Rect& head, int x, int y) {
  const double across = (x + 0.5 - head.x - head.width / 2.0) / (kFaceHalfWidth * head.height);
  const double down = (y + 0.5 - head.y - kFaceMiddle * head.height) / (kFaceHalfHeight * head.height);
  return std::hypot(across, down) <= 1;
}

}  // namespace

bool splitHeads(mask::Labels& parts) {
  if (parts.width() == 0 || parts.height() == 0) return false;
  cv::Mat plane(parts.height(), parts.width(), CV_8UC1, parts.row(0)), pieces, stats, centroids;
  const int count = cv::connectedComponentsWithStats(plane == static_cast<int>(BodyPart::Face), pieces, stats, centroids, 8);
  bool any = false;
  for (int piece = 1; piece < count; ++piece) {
    const cv::Rect head(stats.at<int>(piece, cv::CC_STAT_LEFT), stats.at<int>(piece, cv::CC_STAT_TOP),
                        stats.at<int>(piece, cv::CC_STAT_WIDTH), stats.at<int>(piece, cv::CC_STAT_HEIGHT));
    if (head.height < kLeastHead) continue;
    any = true;
    for (int y = head.y; y < head.br().y; ++y)
      for (int x = head.x; x < head.br().x; ++x)
        if (pieces.at<int>(y, x) == piece && !insideFace(head, x, y)) parts.row(y)[x] = static_cast<std::uint8_t>(BodyPart::Hair);
  }
  return any;
}

}  // namespace retailor::regions
