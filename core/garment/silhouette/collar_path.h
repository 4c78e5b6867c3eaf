#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/garment/point.h"

namespace retailor::garment {

// The front edge of a collar whose inside shows above it, as a flat-lay does: the path of strongest Lab edges over half an ellipse hung
// between the neck points, found by dynamic programming. `lab` is CV_32FC3, `coverage` 8 bit, same size; neck points in its pixels.
// `deeper`: skip that many stronger paths. Empty when there is no clear edge.
std::vector<Point> collarPath(const cv::Mat& lab, const cv::Mat& coverage, Point neckLeft, Point neckRight, int deeper);

}  // namespace retailor::garment
