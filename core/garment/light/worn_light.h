#pragma once

#include <stop_token>

#include <opencv2/core.hpp>

#include "core/garment/matching/worn_garment.h"

namespace retailor::garment {

// How the worn garment is lit, apart from its own colours: logarithms of linear light around each cloth's middle. For .cpp files of this
// room only.
struct WornLight {
  image::Rect window;      // photo pixels that the fields cover
  cv::Mat low;             // CV_32F: broad light and shade, continued beyond the garment; at most 1024 on the longer side
  cv::Mat mid;             // CV_32F: folds, fading out beyond the garment
  double base = 0;         // median linear luminance of the garment's main cloth
  double reliability = 0;  // 0..1: how far dark cloth lets its folds be read
};

// Reads it inside `window`. `rgb` is that part of the photo, 8-bit sRGB, 3 channels. Prints and badges are told apart by colour (four
// clusters, light and shade of one cloth joined again), so that they do not glow through. Empty fields when stopped.
WornLight wornLight(const cv::Mat& rgb, const image::Rect& window, const WornGarment& worn, std::stop_token stop);

// The factor for linear light at every cell of `light`: CV_32F. `follow` scales folds and shade; light is lifted half as much as it is
// lowered.
cv::Mat shadeFactor(const WornLight& light, double follow);

}  // namespace retailor::garment
