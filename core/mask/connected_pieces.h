#pragma once

#include <vector>

#include <opencv2/imgproc.hpp>

namespace retailor::mask {

// The pieces of a binary picture that hang together, each with its pixel count. Piece 0 is everything else. For .cpp files only.
class ConnectedPieces {
 public:
  // connectivity 8: corners count, 4: they do not.
  ConnectedPieces(const cv::Mat& binary, int connectivity) : m_size(binary.size()) {
    cv::Mat centroids;
    m_count = cv::connectedComponentsWithStats(binary, m_labels, m_stats, centroids, connectivity);
  }

  int count() const { return m_count; }
  int area(int piece) const { return m_stats.at<int>(piece, cv::CC_STAT_AREA); }
  int at(int x, int y) const { return m_labels.at<int>(y, x); }

  bool reachesFrame(int piece) const {
    const int* s = m_stats.ptr<int>(piece);
    const cv::Rect box(s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH], s[cv::CC_STAT_HEIGHT]);
    return box.x == 0 || box.y == 0 || box.br().x == m_size.width || box.br().y == m_size.height;
  }

  // Sets `coverage` (8 bit) to `value` in every piece from 1 on that `chosen` picks.
  template <class Chosen>
  void assign(cv::Mat coverage, std::uint8_t value, const Chosen& chosen) const {
    std::vector<char> picked(static_cast<std::size_t>(m_count));
    for (int piece = 1; piece < m_count; ++piece) picked[static_cast<std::size_t>(piece)] = chosen(piece);
    for (int y = 0; y < coverage.rows; ++y) {
      const int* piece = m_labels.ptr<int>(y);
      std::uint8_t* row = coverage.ptr(y);
      for (int x = 0; x < coverage.cols; ++x) row[x] = picked[static_cast<std::size_t>(piece[x])] ? value : row[x];
    }
  }

 private:
  cv::Size m_size;
  cv::Mat m_labels, m_stats;
  int m_count = 0;
};

// Sets to 255 every piece below 255 with fewer than `pixels` pixels that does not reach the frame of `coverage`.
inline void fillHoles(cv::Mat coverage, int pixels) {
  const ConnectedPieces gaps(coverage < 255, 4);
  gaps.assign(coverage, 255, [&](int piece) { return gaps.area(piece) < pixels && !gaps.reachesFrame(piece); });
}

// Sets to 0 every piece above 0 with fewer than `pixels` pixels.
inline void removeIslands(cv::Mat coverage, int pixels) {
  const ConnectedPieces islands(coverage > 0, 8);
  islands.assign(coverage, 0, [&](int piece) { return islands.area(piece) < pixels; });
}

}  // namespace retailor::mask
