#include "core/neural/layers/resampler.h"

#include <ATen/ATen.h>

#include <tuple>

#include "core/neural/layers/activation.h"
#include "core/neural/layers/attention.h"

namespace retailor::neural {
namespace {

using at::Tensor;

constexpr std::int64_t resamplerHeadWidth = 64;

}  // namespace

ResamplerLayer::ResamplerLayer(const WeightSource& source, const ResamplerOptions& options)
    : m_options(options),
      m_operators(source.placement().operators),
      m_normSeen(source / "0.norm1", options.width),
      m_normLatents(source / "0.norm2", options.width),
      m_norm(source / "1.0", options.width),
      m_query(source / "0.to_q", options.width, options.heads * resamplerHeadWidth, Bias::Without),
      m_out(source / "0.to_out", options.heads * resamplerHeadWidth, options.width, Bias::Without),
      m_widen(source / "1.1", options.width, options.hidden, Bias::Without),
      m_narrow(source / "1.3", options.hidden, options.width, Bias::Without) {
  const std::int64_t all = options.heads * resamplerHeadWidth;
  if (source.placement().isPlain())
    std::tie(m_key, m_value) = Linear::parted(source / "0.to_kv", options.width, all);
  else
    m_keyValue = Linear(source / "0.to_kv", options.width, 2 * all, Bias::Without);
}

std::pair<Tensor, Tensor> ResamplerLayer::keysAndValues(const Tensor& x) const {
  if (m_key) return {m_key(x), m_value(x)};
  const auto both = m_keyValue(x).chunk(2, -1);
  return {both[0], both[1]};
}

Tensor ResamplerLayer::operator()(const Tensor& seen, const Tensor& latents) const {
  const Tensor own = m_normLatents(latents);
  const auto [keys, values] = keysAndValues(at::cat({m_normSeen(seen), own}, 1));
  const Tensor h = m_out.addedTo(latents, attend(m_query(own), keys, values, m_options.heads, {.operators = m_operators}));
  return m_narrow.addedTo(h, activate(m_widen(m_norm(h)), Activation::Gelu));
}

Resampler::Resampler(const WeightSource& source, const ResamplerOptions& options)
    : m_latents(source.take("latents", {1, options.tokens, options.width})),
      m_in(source / "proj_in", options.in, options.width),
      m_out(source / "proj_out", options.width, options.out),
      m_norm(source / "norm_out", options.out) {
  for (std::int64_t i = 0; i < options.layers; ++i) m_layers.emplace_back(source / "layers" / i, options);
}

Tensor Resampler::operator()(const Tensor& states) const {
  const Tensor seen = m_in(states);
  Tensor latents = m_latents.expand({states.size(0), -1, -1}).contiguous();
  for (const auto& layer : m_layers) latents = layer(seen, latents);
  return m_norm(m_out(latents));
}

}  // namespace retailor::neural
