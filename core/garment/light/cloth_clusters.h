#pragma once

#include <opencv2/core.hpp>

namespace retailor::garment {

// The cloths a garment is made of, by colour. For .cpp files of this room only.
struct ClothClusters {
  cv::Mat label;  // CV_8U: cluster of a pixel, `none` outside the garment and in clusters too small to count
  static constexpr int none = 255;
  int count = 0;
  int main = 0;  // the largest
};

// `lab` CV_32FC3, `inside` 8 bit. Colour means hue first: lightness counts a third, and clusters that differ in little but lightness are
// one.
ClothClusters clothClusters(const cv::Mat& lab, const cv::Mat& inside);

}  // namespace retailor::garment
