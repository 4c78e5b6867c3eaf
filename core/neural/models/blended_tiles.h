#pragma once

#include <ATen/core/Tensor.h>

#include <functional>

namespace retailor::neural {

// Sides of a tile before and after the network, in pixels of each.
struct TileSizes {
  std::int64_t in = 64;
  std::int64_t out = 512;
};

// Sends map [B, C, H, W] through `network` tile by tile. Tiles overlap by a quarter; each is blended linearly with the one above, then with
// the one to its left, over the overlap.
at::Tensor blendedTiles(const at::Tensor& map, TileSizes sizes, const std::function<at::Tensor(const at::Tensor&)>& network);

}  // namespace retailor::neural
