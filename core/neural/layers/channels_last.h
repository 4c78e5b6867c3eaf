#pragma once

#include <ATen/ATen.h>

namespace retailor::neural {

// A map [B, C, H, W] that lies channels last and its pixels as rows [B, H·W, C] are the same numbers in the same places.
inline at::Tensor pixelRows(const at::Tensor& map) {
  const at::Tensor last = map.contiguous(at::MemoryFormat::ChannelsLast);
  return last.permute({0, 2, 3, 1}).reshape({map.size(0), map.size(2) * map.size(3), map.size(1)});
}

// The same rows without moving a number, however the map lies.
inline at::Tensor rowsInPlace(const at::Tensor& map) { return map.flatten(2).transpose(1, 2); }

inline at::Tensor mapOfRows(const at::Tensor& rows, std::int64_t height, std::int64_t width) {
  return rows.view({rows.size(0), height, width, rows.size(2)}).permute({0, 3, 1, 2});
}

}  // namespace retailor::neural
