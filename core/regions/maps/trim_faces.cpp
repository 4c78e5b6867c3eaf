#include "core/regions/maps/trim_faces.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/regions/body_part.h"

namespace retailor::regions {

namespace {

constexpr double kBelowChin = 0.05;  // of the box: beards, and a chin held high
constexpr double kHeld = 0.4;        // of the box: a piece that holds less is another face, or an ear

int chinOf(const image::Rect& face) { return face.bottom() + static_cast<int>(std::lround(kBelowChin * face.height)); }

// The number of the piece in which most of the box lies; 0: in none.
int pieceWith(const cv::Mat& pieces, int count, const image::Rect& face) {
  const image::Rect seen = image::intersected(face, {0, 0, pieces.cols, pieces.rows});
  std::vector<int> pixels(static_cast<std::size_t>(count));
  for (int y = seen.y; y < seen.bottom(); ++y)
    for (int x = seen.x; x < seen.right(); ++x) ++pixels[static_cast<std::size_t>(pieces.at<int>(y, x))];
  const auto most = std::max_element(pixels.begin() + 1, pixels.end());
  const bool held = most != pixels.end() && *most > 0 && *most >= kHeld * face.width * face.height;
  return held ? static_cast<int>(most - pixels.begin()) : 0;
}

}  // namespace

bool trimFaces(mask::Labels& parts, std::span<const image::Rect> faces) {
  if (parts.width() == 0 || parts.height() == 0 || faces.empty()) return false;
  cv::Mat plane(parts.height(), parts.width(), CV_8UC1, parts.row(0)), pieces;
  const int count = cv::connectedComponents(plane == static_cast<int>(BodyPart::Face), pieces, 8);
  std::vector<int> chins(static_cast<std::size_t>(count));  // 0: the piece stays as it is
  for (const image::Rect& face : faces)
    if (const int piece = pieceWith(pieces, count, face); piece > 0)
      chins[static_cast<std::size_t>(piece)] = std::max(chins[static_cast<std::size_t>(piece)], chinOf(face));
  bool any = false;
  for (int y = 0; y < plane.rows; ++y)
    for (int x = 0; x < plane.cols; ++x) {
      const int piece = pieces.at<int>(y, x), chin = chins[static_cast<std::size_t>(piece)];
      if (piece == 0 || chin == 0 || y < chin) continue;
      plane.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(BodyPart::Skin);
      any = true;
    }
  return any;
}

}  // namespace retailor::regions
