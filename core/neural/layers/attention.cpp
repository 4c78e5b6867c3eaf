#include "core/neural/layers/attention.h"

#include <ATen/ATen.h>

#include "core/neural/layers/attention_slices.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

Tensor splitByHeads(const Tensor& x, std::int64_t batch, std::int64_t heads) {  // [B, L, C] -> [B, heads, L, d]
  return x.expand({batch, -1, -1}).unflatten(2, {heads, -1}).transpose(1, 2);
}

void requireHeads(std::int64_t width, std::int64_t heads) {
  if (heads < 1 || width % heads != 0)
    throw RefusedModel("The model's settings ask for " + std::to_string(heads) + " attention heads over " + std::to_string(width) +
                       " channels, which do not divide. Its config.json is damaged; download it again.");
}

}  // namespace

Tensor attend(const Tensor& q, const Tensor& k, const Tensor& v, std::int64_t heads, Sight sight) {
  const std::int64_t batch = q.size(0), most = AttentionSlices::most();
  const Tensor queries = splitByHeads(q, batch, heads), keys = splitByHeads(k, batch, heads), values = splitByHeads(v, batch, heads);
  const auto attended = [&](const Tensor& some) { return at::scaled_dot_product_attention(some, keys, values, {}, 0.0, sight == Sight::Causal); };
  if (most == 0 || sight == Sight::Causal || q.size(1) <= most) return attended(queries).transpose(1, 2).reshape(q.sizes());
  std::vector<Tensor> slices;
  for (const Tensor& slice : queries.split(most, 2)) slices.push_back(attended(slice));
  return at::cat(slices, 2).transpose(1, 2).reshape(q.sizes());
}

SelfAttention::SelfAttention(const WeightSource& source, const AttentionOptions& options) : m_options(options) {
  requireHeads(options.width, options.heads);
  const auto& names = options.names;
  m_query = Linear(source / names.query, options.width, options.width, options.bias);
  m_keyValue = Linear::joined({source / names.key, source / names.value}, options.width, options.width, options.bias);
  m_out = Linear(source / names.out, options.width, options.width);
}

Tensor SelfAttention::addedTo(const Tensor& residual, const Tensor& x) const {
  const auto keyValue = m_keyValue(x).chunk(2, -1);
  return m_out.addedTo(residual, attend(m_query(x), keyValue[0], keyValue[1], m_options.heads, m_options.sight));
}

}  // namespace retailor::neural
