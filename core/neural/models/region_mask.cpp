#include "core/neural/models/region_mask.h"

#include <ATen/ATen.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

constexpr double leastCoverage = 0.25;
constexpr std::int64_t coarsestWidened = 16;  // pixels a side of a cell

std::int64_t cellsAlong(std::int64_t pixels, std::int64_t cell) { return (pixels + cell - 1) / cell; }

// Pixels a side of a token's cell: the power of two that leaves so many of them, the last perhaps cut by the picture's edge.
std::int64_t cellSide(const Tensor& mask, std::int64_t height, std::int64_t width) {
  std::int64_t side = 1;
  while (cellsAlong(mask.size(0), side) > height || cellsAlong(mask.size(1), side) > width) side *= 2;
  return side;
}

Tensor keptOverCells(const Tensor& mask, std::int64_t cell) {  // [1, 1, H, W] -> [1, 1, height, width]
  const Tensor coverage = at::avg_pool2d(mask, {cell, cell}, {cell, cell}, {0, 0}, /*ceil_mode=*/true, /*count_include_pad=*/false);
  Tensor kept = coverage.ge(leastCoverage).to(at::kFloat);
  if (cell <= coarsestWidened) kept = at::max_pool2d(kept, {3, 3}, {1, 1}, {1, 1});
  if (kept.any().item<bool>() || !coverage.any().item<bool>()) return kept;
  kept.view({-1})[coverage.argmax()] = 1;
  return kept;
}

Tensor spreadOverTokens(const Tensor& mask, std::int64_t height, std::int64_t width) {
  const Tensor nearest = at::upsample_nearest2d(mask, {height, width});
  return at::conv2d(nearest, at::ones({1, 1, 3, 3}, mask.options()), {}, 1, 1).clamp_max(1);
}

}  // namespace

Tensor maskOverTokens(const Tensor& mask, std::int64_t height, std::int64_t width, MaskedTokens masked) {
  requireInput(mask.dim() == 2 && mask.numel() > 0, "the references", "a region mask that is no picture");
  const Tensor picture = mask.to(at::kFloat).unsqueeze(0).unsqueeze(0);
  if (masked == MaskedTokens::Zero) return spreadOverTokens(picture, height, width).reshape({-1});
  const Tensor kept = keptOverCells(picture, cellSide(mask, height, width));
  requireInput(kept.size(2) == height && kept.size(3) == width, "the references", "a region mask of another size than its picture");
  return kept.reshape({-1});
}

}  // namespace retailor::neural
