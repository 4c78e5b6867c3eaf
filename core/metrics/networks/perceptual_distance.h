#pragma once

#include <memory>

#include "core/metrics/networks/judge.h"
#include "core/neural/models/lpips.h"

namespace retailor::metrics {

// LPIPS of a result: pasted into the truth, inside the mask (the mean of the spatial map over it) and of the whole result as it came. The
// network is not indifferent to size, so pictures of more than 2 megapixels are made smaller first, to 1,024 pixels at the longer side; the
// protocol says so.
class PerceptualDistance : public Judge {
 public:
  // `metric`: "lpips" or "lpips-vgg".
  PerceptualDistance(std::string metric, std::shared_ptr<const neural::Lpips> network)
      : m_metric(std::move(metric)), m_network(std::move(network)) {}
  void judge(const JudgedPicture& picture, Verdict& verdict) const override;

 private:
  std::string m_metric;
  std::shared_ptr<const neural::Lpips> m_network;
};

// LPIPS' map averaged over the pixels inside the mask, which has its size and at least one such pixel.
double meanInside(const at::Tensor& map, const mask::Mask& mask);

// U8 RGB as [1, 3, H, W] F32, 0..255.
at::Tensor planesOf(const image::Bitmap& picture);

}  // namespace retailor::metrics
