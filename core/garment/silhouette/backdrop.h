#pragma once

#include <opencv2/core.hpp>

namespace retailor::garment {

// What a picture's border says about its backdrop. For .cpp files of this room only.
struct Backdrop {
  cv::Mat distance;       // CV_32F: Lab distance of every pixel from the backdrop continued over the whole picture
  cv::Mat shadowLike;     // 8 bit: where it differs as a shadow does: darker, of the same hue
  double spread = 1;      // Lab: how far the backdrop itself strays from that
  double threshold = 5;   // from which distance on a pixel is no longer backdrop: five times the backdrop's own spread, 5 to 9
  double plainShare = 0;  // of the border strip that agrees with it, 0..1
};

// Fits a plane to each Lab channel of the border strip, four rounds, each forgetting what lay far from the last. `lab` is CV_32FC3, L
// 0..100.
Backdrop backdropOf(const cv::Mat& lab);

// 255 where `backdrop` is left, that is everything its colour does not reach from the frame; largest piece, holes filled.
cv::Mat objectBefore(const Backdrop& backdrop);

// Distance from the backdrop that `share` of the object's pixels keep below (every other one counts).
double distanceOfCloth(const Backdrop& backdrop, const cv::Mat& object, double share);
bool faint(const cv::Mat& object, const Backdrop& backdrop);  // pale cloth on a pale backdrop: its edges are soft and noisy

// Moves the rim of the object to the strongest edge between what is surely backdrop and what is surely cloth (watershed after Meyer 1994):
// shadows fall away, and pale cloth that hardly differs from the backdrop is found again. `lab` as for backdropOf().
void settleRim(cv::Mat& object, const cv::Mat& lab, const Backdrop& backdrop);

// Takes cast shadow and compression fringe off the rim of `object` (8 bit): pixels of the outer ten whose distance from the backdrop is far
// below that of the cloth further in, as far as they hang together with the outside. White panels further in stay.
void trimRim(cv::Mat& object, const Backdrop& backdrop);

// Pieces of backdrop colour inside the object, between .04 and 5 % of the picture: 255. Whether they are holes the colour cannot tell.
cv::Mat gapsIn(const cv::Mat& object, const Backdrop& backdrop);

}  // namespace retailor::garment
