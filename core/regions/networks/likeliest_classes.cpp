#include "core/regions/networks/likeliest_classes.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace retailor::regions {
namespace {

constexpr std::int64_t kMostScores = 16'000'000;  // of one band

// The rows of `scores` where the rows first..last of the enlarged ones lie: [1, classes, last - first, w].
at::Tensor rowsBetween(const at::Tensor& scores, std::int64_t first, std::int64_t last, std::int64_t height) {
  const std::int64_t from = scores.size(2);
  const float scale = static_cast<float>(from) / static_cast<float>(height);
  std::vector<std::int64_t> above, below;
  std::vector<float> shares;
  for (std::int64_t y = first; y < last; ++y) {
    const float at = std::max(0.0F, (static_cast<float>(y) + 0.5F) * scale - 0.5F);
    above.push_back(std::min(static_cast<std::int64_t>(at), from - 1));
    below.push_back(std::min(above.back() + 1, from - 1));
    shares.push_back(at - static_cast<float>(above.back()));
  }
  const at::Tensor share = at::tensor(shares).view({1, 1, -1, 1});
  return scores.index_select(2, at::tensor(above)) * (1 - share) + scores.index_select(2, at::tensor(below)) * share;
}

}  // namespace

std::optional<std::vector<std::uint32_t>> likeliestClasses(const at::Tensor& scores, image::Size size,
                                                           const std::function<bool(double share)>& heard) {
  const std::int64_t height = size.height, width = size.width;
  const std::int64_t band = std::clamp<std::int64_t>(kMostScores / (scores.size(1) * width), 1, height);
  std::vector<std::uint32_t> ids;
  ids.reserve(static_cast<std::size_t>(height * width));
  for (std::int64_t first = 0; first < height; first += band) {
    const std::int64_t last = std::min(height, first + band);
    const at::Tensor rows = rowsBetween(scores, first, last, height).contiguous();
    const at::Tensor wide = at::upsample_bilinear2d(rows, {last - first, width}, /*align_corners=*/false);
    const at::Tensor classes = wide.argmax(1).to(at::kInt).contiguous();
    const auto* begin = classes.const_data_ptr<std::int32_t>();
    ids.insert(ids.end(), begin, begin + classes.numel());
    if (!heard(static_cast<double>(last) / static_cast<double>(height))) return std::nullopt;
  }
  return ids;
}

}  // namespace retailor::regions
