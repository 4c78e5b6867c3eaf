#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/metrics/measurement.h"
#include "core/result.h"

namespace retailor::metrics {

// The network that a metric is computed with.
struct MetricNetwork {
  std::string metric;  // "lpips"
  std::string model;   // "AlexNet, LPIPS 0.1 heads", "clip-vit-base-patch32"
  std::string sha256;  // of its weight files, joined by "+"
};

// A picture to be judged; borrowed.
struct JudgedPicture {
  const image::Bitmap& result;  // U8 sRGB, 3 channels
  const image::Bitmap& truth;   // the same size
  const mask::Mask& mask;       // the same size, not empty inside
  const std::string& prompt;    // UTF-8; empty: there is none, and nothing that needs one is measured
};

// Metrics by networks, loaded once. What implements it lives in the networks' library; nothing of libtorch shows here. One thread at a
// time.
class NetworkMetrics {
 public:
  virtual ~NetworkMetrics() = default;
  virtual const std::vector<MetricNetwork>& networks() const = 0;
  virtual std::string libtorchVersion() const = 0;
  // All numbers of these networks for one picture; what one of them cannot do goes to `lacking`. Stopped: those that were done.
  virtual std::vector<Measurement> measure(const JudgedPicture& picture, std::vector<NotMeasured>& lacking,
                                           const std::stop_token& stop) = 0;
};

}  // namespace retailor::metrics
