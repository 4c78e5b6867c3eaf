#include "core/neural/layers/minimal_filtering.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>

#include "core/neural/layers/kernels/winograd.h"

namespace retailor::neural {
namespace {

using at::Tensor;

// Tiles that are computed together: few, so that they stay in the cache, but more the larger the filter is that comes by once for all of
// them; the same number for every thread. Measured from 128 to 640 channels.
std::int64_t tilesAtOnce(const WinogradShape& shape) {
  const std::int64_t most = std::clamp<std::int64_t>(shape.in * shape.out / 1200, 60, 240);
  const std::int64_t threads = at::get_num_threads();
  const std::int64_t rounds = std::max<std::int64_t>(1, (shape.tiles() + most * threads - 1) / (most * threads));
  return (shape.tiles() + rounds * threads - 1) / (rounds * threads);
}

void convolveOne(const WinogradShape& shape, const WinogradMaps& maps) {
  const std::int64_t atOnce = tilesAtOnce(shape), parts = (shape.tiles() + atOnce - 1) / atOnce;
  at::parallel_for(0, parts, 1, [&](std::int64_t firstPart, std::int64_t lastPart) {
    const Tensor room = at::empty({shape.roomFloats(atOnce)}, at::kFloat);
    for (std::int64_t part = firstPart; part < lastPart; ++part)
      winogradKernels()->convolve(shape, maps, part * atOnce, std::min((part + 1) * atOnce, shape.tiles()), room.mutable_data_ptr<float>());
  });
}

const float* numbers(const Tensor& tensor) { return tensor.defined() ? tensor.const_data_ptr<float>() : nullptr; }

}  // namespace

bool suitsMinimalFiltering(const Tensor& weight) {
  return weight.device().is_cpu() && weight.scalar_type() == at::kFloat && weight.size(0) % 32 == 0 && weight.size(1) % 8 == 0 &&
         weight.size(2) == 3 && weight.size(3) == 3 && winogradKernels() != nullptr;
}

Tensor transformedFilter(const Tensor& weight) {
  const WinogradShape shape{weight.size(1), weight.size(0), 0, 0};
  const Tensor plain = weight.contiguous(), filter = at::empty({shape.filterFloats()}, plain.options());
  at::parallel_for(0, shape.out / 32, 1, [&](std::int64_t first, std::int64_t last) {
    transformFilter(shape, plain.const_data_ptr<float>(), filter.mutable_data_ptr<float>(), first, last);
  });
  return filter;
}

Tensor minimallyFiltered(const Tensor& x, const Tensor& filter, std::int64_t out, const Tensor& bias, const Tensor& added) {
  const WinogradShape shape{x.size(1), out, x.size(2), x.size(3)};
  const auto options = x.options().memory_format(at::MemoryFormat::ChannelsLast);
  const Tensor y = at::empty({x.size(0), out, x.size(2), x.size(3)}, options);
  const Tensor from = x.contiguous(at::MemoryFormat::ChannelsLast);
  const Tensor more = added.defined() ? added.contiguous(at::MemoryFormat::ChannelsLast) : added;
  const std::int64_t pixels = shape.height * shape.width;
  for (std::int64_t b = 0; b < x.size(0); ++b) {
    const float* addedHere = more.defined() ? numbers(more) + b * pixels * out : nullptr;
    convolveOne(shape, {numbers(from) + b * pixels * shape.in, numbers(filter), numbers(bias), addedHere,
                        y.mutable_data_ptr<float>() + b * pixels * out});
  }
  return y;
}

}  // namespace retailor::neural
