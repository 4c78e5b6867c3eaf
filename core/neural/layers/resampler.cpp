#include "core/neural/layers/resampler.h"

#include <ATen/ATen.h>

#include "core/neural/layers/activation.h"
#include "core/neural/layers/attention.h"

namespace retailor::neural {
namespace {

using at::Tensor;

constexpr std::int64_t headWidth = 64;

}  // namespace

ResamplerLayer::ResamplerLayer(const WeightSource& source, const ResamplerOptions& options)
    : m_options(options),
      m_normSeen(source / "0.norm1", options.width),
      m_normLatents(source / "0.norm2", options.width),
      m_norm(source / "1.0", options.width),
      m_query(source / "0.to_q", options.width, options.heads * headWidth, Bias::Without),
      m_keyValue(source / "0.to_kv", options.width, 2 * options.heads * headWidth, Bias::Without),
      m_out(source / "0.to_out", options.heads * headWidth, options.width, Bias::Without),
      m_widen(source / "1.1", options.width, options.hidden, Bias::Without),
      m_narrow(source / "1.3", options.hidden, options.width, Bias::Without) {}

Tensor ResamplerLayer::operator()(const Tensor& seen, const Tensor& latents) const {
  const Tensor own = m_normLatents(latents);
  const auto keyValue = m_keyValue(at::cat({m_normSeen(seen), own}, 1)).chunk(2, -1);
  const Tensor h = m_out.addedTo(latents, attend(m_query(own), keyValue[0], keyValue[1], m_options.heads));
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
