#include "core/metrics/metric_traits.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace retailor::metrics {

std::span<const MetricTraits> allMetrics() {
  using enum Better;
  static constexpr std::array<MetricTraits, 16> all{{
      {"psnr", "PSNR", "dB", Higher, 2},
      {"ssim", "SSIM", "", Higher, 4},
      {"ssim-luma", "SSIM of luma", "", Higher, 4},
      {"ms-ssim", "MS-SSIM", "", Higher, 4},
      {"mae", "MAE", "levels", Lower, 3},
      {"de2000", "CIEDE2000", "", Lower, 3},
      {"gmsd", "GMSD", "", Lower, 4},
      {"gradient-mae", "Gradient MAE", "levels", Lower, 3},
      {"seam", "Seam ratio", "", Lower, 3},
      {"lpips", "LPIPS (AlexNet)", "", Lower, 4},
      {"lpips-vgg", "LPIPS (VGG16)", "", Lower, 4},
      {"dino", "DINO", "", Higher, 4},
      {"dreamsim", "DreamSim", "", Lower, 4},
      {"dreamsim-single", "DreamSim (one network)", "", Lower, 4},
      {"clip-i", "CLIP-I", "", Higher, 4},
      {"clip-t", "CLIP-T", "", Higher, 4},
  }};
  return all;
}

const MetricTraits& traitsOf(std::string_view key) {
  const auto metrics = allMetrics();
  const auto found = std::ranges::find(metrics, key, &MetricTraits::key);
  if (found == metrics.end()) throw std::out_of_range("no metric " + std::string(key));
  return *found;
}

}  // namespace retailor::metrics
