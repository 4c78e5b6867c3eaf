#include "core/neural/layers/norms.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/neural/layers/kernels/channel_norm.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

namespace {

using at::Tensor;

constexpr std::int64_t pixelsAtOnce = 64;  // fewer are not worth another thread

struct Moments {
  std::vector<double> sums, squares;  // per channel
};

// Shares of the pixels are summed apart and then in order, so that the number of threads does not show.
Moments momentsOf(const float* x, std::int64_t pixels, std::int64_t channels) {
  constexpr std::int64_t share = 1024;
  const std::int64_t shares = (pixels + share - 1) / share;
  std::vector<double> partial(static_cast<std::size_t>(2 * shares * channels), 0.0);
  at::parallel_for(0, shares, 1, [&](std::int64_t first, std::int64_t last) {
    for (std::int64_t i = first; i < last; ++i) {
      double* sums = partial.data() + 2 * i * channels;
      channelNormKernels()->addMoments(x + i * share * channels, std::min(share, pixels - i * share), channels, sums, sums + channels);
    }
  });
  Moments moments{std::vector<double>(static_cast<std::size_t>(channels)), std::vector<double>(static_cast<std::size_t>(channels))};
  for (std::size_t i = 0, n = moments.sums.size(); i < partial.size(); ++i)
    (i / n % 2 == 0 ? moments.sums : moments.squares)[i % n] += partial[i];
  return moments;
}

struct Affine {
  const Tensor& weight;
  const Tensor& bias;
  double epsilon;
};

struct ChannelScale {
  std::vector<float> scale, shift;
};

// Normalisation by each group's mean and variance, with weight and bias, as one product and one sum per channel.
ChannelScale channelScale(const Moments& moments, std::int64_t groups, std::int64_t pixels, const Affine& affine) {
  const std::size_t channels = moments.sums.size(), width = channels / static_cast<std::size_t>(groups);
  const float *weight = affine.weight.const_data_ptr<float>(), *bias = affine.bias.const_data_ptr<float>();
  ChannelScale made{std::vector<float>(channels), std::vector<float>(channels)};
  for (std::size_t first = 0; first < channels; first += width) {
    const auto at = static_cast<std::ptrdiff_t>(first), end = static_cast<std::ptrdiff_t>(first + width);
    const double count = static_cast<double>(width) * static_cast<double>(pixels);
    const double mean = std::accumulate(moments.sums.begin() + at, moments.sums.begin() + end, 0.0) / count;
    const double square = std::accumulate(moments.squares.begin() + at, moments.squares.begin() + end, 0.0) / count;
    const double inverse = 1 / std::sqrt(std::max(0.0, square - mean * mean) + affine.epsilon);
    for (std::size_t c = first; c < first + width; ++c) {
      made.scale[c] = static_cast<float>(inverse * static_cast<double>(weight[c]));
      made.shift[c] = static_cast<float>(static_cast<double>(bias[c]) - mean * inverse * static_cast<double>(weight[c]));
    }
  }
  return made;
}

}  // namespace

GroupNorm::GroupNorm(const WeightSource& source, std::int64_t channels, std::int64_t groups, double epsilon)
    : m_weight(source.take("weight", {channels})),
      m_bias(source.take("bias", {channels})),
      m_groups(groups),
      m_epsilon(epsilon),
      m_isPlain(source.placement().isPlain()) {
  if (groups < 1 || channels % groups != 0)
    throw RefusedModel("The settings beside " + source.owner() + " ask for " + std::to_string(groups) + " groups of " +
                       std::to_string(channels) + " channels, which do not divide. The config.json there is damaged; download it again.");
}

Tensor GroupNorm::operator()(const Tensor& x) const { return applied(x, false); }

Tensor GroupNorm::silu(const Tensor& x) const { return applied(x, true); }

bool GroupNorm::suitsKernels(const Tensor& x) const {
  return !m_isPlain && x.device().is_cpu() && x.scalar_type() == at::kFloat && x.dim() == 4 && x.size(1) % 8 == 0 &&
         channelNormKernels() != nullptr;
}

Tensor GroupNorm::applied(const Tensor& x, bool silu) const {
  if (suitsKernels(x)) return appliedByKernels(x.contiguous(at::MemoryFormat::ChannelsLast), silu);
  Tensor normed = at::group_norm(x, m_groups, m_weight, m_bias, m_epsilon);
  return silu ? at::silu_(normed) : normed;
}

Tensor GroupNorm::appliedByKernels(const Tensor& x, bool silu) const {
  const ChannelNormKernels& kernels = *channelNormKernels();
  const std::int64_t channels = x.size(1), pixels = x.size(2) * x.size(3);
  const Tensor y = at::empty_like(x, x.options().memory_format(at::MemoryFormat::ChannelsLast));
  for (std::int64_t b = 0; b < x.size(0); ++b) {
    const float* from = x.const_data_ptr<float>() + b * pixels * channels;
    float* to = y.mutable_data_ptr<float>() + b * pixels * channels;
    const ChannelScale how = channelScale(momentsOf(from, pixels, channels), m_groups, pixels, {m_weight, m_bias, m_epsilon});
    at::parallel_for(0, pixels, pixelsAtOnce, [&](std::int64_t first, std::int64_t last) {
      (silu ? kernels.scaledSilu : kernels.scaled)(from + first * channels, to + first * channels, last - first, channels, how.scale.data(),
                                                   how.shift.data());
    });
  }
  return y;
}

LayerNorm::LayerNorm(const WeightSource& source, std::int64_t width, double epsilon)
    : m_weight(source.take("weight", {width})), m_bias(source.take("bias", {width})), m_epsilon(epsilon) {}

Tensor LayerNorm::operator()(const Tensor& x) const { return at::layer_norm(x, {x.size(-1)}, m_weight, m_bias, m_epsilon); }

}  // namespace retailor::neural
