#pragma once

#include <stop_token>

#include <opencv2/core.hpp>

namespace retailor::mask {

// Pulls the edge of `coverage` (8 bit, any softness) to the edges of `guide` (8 bit, one channel, same size) by the guided filter
// (He, Sun, Tang 2013, eq. 5, 6, 8) with box windows of `radius`; hard again at one half. Only tiles near an edge are filtered. Goes back
// unfinished when stopped.
cv::Mat guidedEdge(const cv::Mat& coverage, const cv::Mat& guide, int radius, std::stop_token stop);

// One channel, 8 bit, in which the pixels inside (non-zero) differ most from the others: RGB along the line between the two mean colours;
// luma where these agree.
cv::Mat separatingGuide(const cv::Mat& rgb, const cv::Mat& inside);

}  // namespace retailor::mask
