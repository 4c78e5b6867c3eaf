#include "core/neural/models/blended_tiles.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <vector>

namespace retailor::neural {
namespace {

using at::Tensor;

// The first `extent` rows (axis 2) or columns (axis 3) of `tile` turn, in place, from the last of its neighbour's into its own.
void blend(const Tensor& neighbour, Tensor& tile, std::int64_t axis, std::int64_t extent) {
  extent = std::min({extent, neighbour.size(axis), tile.size(axis)});
  std::vector<std::int64_t> shape(4, 1);
  shape[static_cast<std::size_t>(axis)] = extent;
  const Tensor own = (at::arange(extent, at::kDouble) / static_cast<double>(extent)).to(tile.options()).view(shape);
  Tensor edge = tile.narrow(axis, 0, extent);
  edge.copy_(neighbour.narrow(axis, neighbour.size(axis) - extent, extent) * (1 - own) + edge * own);
}

}  // namespace

Tensor blendedTiles(const Tensor& map, TileSizes sizes, const std::function<Tensor(const Tensor&)>& network) {
  const std::int64_t step = std::max<std::int64_t>(1, sizes.in - sizes.in / 4), overlap = sizes.out / 4, kept = sizes.out - overlap;
  std::vector<Tensor> above, rows;
  for (std::int64_t y = 0; y < map.size(2); y += step) {
    std::vector<Tensor> row, cropped;
    for (std::int64_t x = 0; x < map.size(3); x += step) {
      const std::size_t column = row.size();
      Tensor tile = network(map.slice(2, y, y + sizes.in).slice(3, x, x + sizes.in));
      if (!above.empty()) blend(above[column], tile, 2, overlap);
      if (column > 0) blend(row[column - 1], tile, 3, overlap);
      row.push_back(tile);
      cropped.push_back(tile.slice(2, 0, kept).slice(3, 0, kept));
    }
    rows.push_back(at::cat(cropped, 3));
    above = std::move(row);
  }
  return at::cat(rows, 2);
}

}  // namespace retailor::neural
