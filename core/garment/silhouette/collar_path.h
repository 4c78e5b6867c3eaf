#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/garment/point.h"

namespace retailor::garment {

// The front edge of a collar whose inside shows above it.
struct CollarPath {
  std::vector<Point> points;  // from the left neck point to the right one; empty: there is no clear edge
  double depth = 0;           // of its middle below the line between the neck points, in widths of the neck
};

// The path of strongest Lab edges over half an ellipse hung between the neck points, found by dynamic programming, as on a flat-lay. `lab`
// is CV_32FC3, `coverage` 8 bit, same size; neck points in its pixels. `deeper`: skip that many stronger paths.
CollarPath collarPath(const cv::Mat& lab, const cv::Mat& coverage, Point neckLeft, Point neckRight, int deeper);

}  // namespace retailor::garment
