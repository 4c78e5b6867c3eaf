#pragma once

#include <opencv2/photo.hpp>

#include "core/composite/paste_back.h"
#include "core/methods/patch_diffusion/patch_diffusion_method.h"
#include "tests/core/methods/patch_diffusion/drawn_portrait.h"

namespace retailor::portrait {

inline completion::CompletionOutcome run(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                         std::stop_token stop = {}) {
  return methods::PatchDiffusionMethod().complete(request, listener, stop);
}

inline Bitmap pasted(const completion::CompletionRequest& request, const completion::Candidate& candidate) {
  Bitmap result = request.photo->pixels;
  composite::pasteBack(result, candidate.window, *candidate.pixels, *candidate.blend);
  return result;
}

// The photo with the first candidate pasted in; an empty bitmap when the run brought none.
inline Bitmap completed(const completion::CompletionRequest& request) {
  Remembering listener;
  const completion::CompletionOutcome outcome = run(request, listener);
  const auto* candidates = std::get_if<std::vector<completion::Candidate>>(&outcome);
  return candidates && !candidates->empty() ? pasted(request, candidates->front()) : Bitmap{};
}

inline Bitmap inpainted(const completion::CompletionRequest& request, int algorithm) {
  const Bitmap& photo = request.photo->pixels;
  Bitmap result = photo;
  const Mask& mask = *request.mask;
  const cv::Mat from(photo.height(), photo.width(), CV_8UC3, const_cast<std::byte*>(photo.bytes()));
  const cv::Mat hole(mask.height(), mask.width(), CV_8U, const_cast<std::uint8_t*>(mask.row(0)));
  cv::Mat to(result.height(), result.width(), CV_8UC3, result.bytes());
  cv::inpaint(from, hole, to, 3, algorithm);
  return result;
}

// The better of Telea's and the Navier-Stokes fill, in dB inside the mask.
inline double classicalPsnr(const completion::CompletionRequest& request, const Bitmap& truth) {
  return std::max(psnr(inpainted(request, cv::INPAINT_TELEA), truth, *request.mask),
                  psnr(inpainted(request, cv::INPAINT_NS), truth, *request.mask));
}

// Mean squared Laplacian of the grey picture inside the mask: how sharp it is.
inline double sharpness(const Bitmap& bitmap, const Mask& where) {
  const auto grey = [&](int x, int y) {
    const std::uint8_t* p = bitmap.view<std::uint8_t>().pixel(x, y);
    return 0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2];
  };
  double sum = 0, count = 0;
  for (int y = 1; y + 1 < bitmap.height(); ++y)
    for (int x = 1; x + 1 < bitmap.width(); ++x) {
      if (where.at(x, y) == 0) continue;
      const double l = grey(x - 1, y) + grey(x + 1, y) + grey(x, y - 1) + grey(x, y + 1) - 4 * grey(x, y);
      sum += l * l, ++count;
    }
  return sum / std::max(count, 1.0);
}

}  // namespace retailor::portrait
