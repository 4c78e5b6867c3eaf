#include "core/neural/layers/attention.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "core/neural/layers/attention_slices.h"
#include "core/neural/layers/kernels/flash_attention.h"
#include "core/neural/layers/region_focused_attention.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

Tensor splitByHeads(const Tensor& x, std::int64_t batch, std::int64_t heads) {  // [B, L, C] -> [B, heads, L, d]
  return x.expand({batch, -1, -1}).unflatten(2, {heads, -1}).transpose(1, 2);
}

void requireHeads(std::int64_t width, std::int64_t heads, const std::string& owner) {
  if (heads < 1 || width % heads != 0)
    throw RefusedModel("The settings beside " + owner + " ask for " + std::to_string(heads) + " attention heads over " +
                       std::to_string(width) + " channels, which do not divide. The config.json there is damaged; download it again.");
}

// Rows that a kernel can read: numbers of one row side by side.
Tensor readable(const Tensor& x) { return x.stride(2) == 1 ? x : x.contiguous(); }

bool suitsFlashKernels(const Tensor& q, std::int64_t heads, Sight sight) {
  const std::int64_t width = q.size(2) / heads;
  return q.device().is_cpu() && q.scalar_type() == at::kFloat && sight == Sight::Everything && width % 8 == 0 && width <= flashWidest &&
         flashKernels() != nullptr;
}

// Heads of one batch row after another; keys and values that all rows share are shared here too.
std::vector<AttentionHead> headsOf(const Tensor& q, const Tensor& k, const Tensor& v, const Tensor& shift, const Tensor& out,
                                   std::int64_t heads) {
  const std::int64_t width = q.size(2) / heads;
  std::vector<AttentionHead> all;
  for (std::int64_t i = 0; i < q.size(0) * heads; ++i) {
    const std::int64_t row = i / heads, at = i % heads * width;
    const auto start = [row, at](const Tensor& x) { return x.const_data_ptr<float>() + (x.size(0) == 1 ? 0 : row * x.stride(0)) + at; };
    all.push_back({start(q), start(k), start(v), const_cast<float*>(start(out)), q.stride(1), k.stride(1), v.stride(1), out.stride(1),
                   q.size(1), k.size(1), width, shift.defined() ? shift.const_data_ptr<float>() : nullptr});
  }
  return all;
}

Tensor flashAttended(const Tensor& q, const Tensor& k, const Tensor& v, const Tensor& shift, std::int64_t heads) {
  const FlashKernels& kernels = *flashKernels();
  const Tensor out = at::empty(q.sizes(), q.options());
  const auto all = headsOf(q, k, v, shift, out, heads);
  const std::int64_t count = static_cast<std::int64_t>(all.size()), floats = kernels.packedFloats(all.front());
  const Tensor packed = at::empty({count, floats}, q.options());
  float* place = packed.mutable_data_ptr<float>();
  at::parallel_for(0, count, 1, [&](std::int64_t first, std::int64_t last) {
    for (std::int64_t i = first; i < last; ++i) kernels.pack(all[static_cast<std::size_t>(i)], place + i * floats);
  });
  constexpr std::int64_t share = 240;  // queries that one thread takes at a time
  const std::int64_t shares = (q.size(1) + share - 1) / share;
  at::parallel_for(0, count * shares, 1, [&](std::int64_t first, std::int64_t last) {
    for (std::int64_t i = first; i < last; ++i) {
      const std::int64_t from = i % shares * share;
      kernels.attend(all[static_cast<std::size_t>(i / shares)], place + i / shares * floats, from, std::min(from + share, q.size(1)));
    }
  });
  return out;
}

// Later keys are hidden by a mask that is added to the scores, as the reference does it: each row is then summed in the same shares.
Tensor attendedByMask(const Tensor& queries, const Tensor& keys, const Tensor& values) {
  const std::int64_t length = queries.size(2);
  const Tensor mask =
      at::full({length, length}, std::numeric_limits<float>::lowest(), queries.options()).triu(1).expand({queries.size(0), 1, -1, -1});
  return at::scaled_dot_product_attention(queries, keys, values, mask, 0.0, false, std::pow(static_cast<double>(queries.size(3)), -0.5));
}

}  // namespace

Tensor attend(const Tensor& q, const Tensor& k, const Tensor& v, std::int64_t heads, const Looking& looking) {
  const auto& [sight, operators, keyShift] = looking;
  // These never hold more than a tile of scores, so there is nothing to slice.
  if (operators == Operators::Fast && suitsFlashKernels(q, heads, sight))
    return flashAttended(readable(q), readable(k), readable(v), keyShift, heads);
  const std::int64_t batch = q.size(0), most = AttentionSlices::most();
  const Tensor queries = splitByHeads(q, batch, heads), keys = splitByHeads(k, batch, heads), values = splitByHeads(v, batch, heads);
  if (operators == Operators::Plain && sight == Sight::Causal)
    return attendedByMask(queries, keys, values).transpose(1, 2).reshape(q.sizes());
  std::optional<Tensor> shift;
  if (keyShift.defined()) shift = keyShift.to(q.options()).expand({1, 1, 1, -1});
  const bool causal = sight == Sight::Causal;
  const auto attended = [&](const Tensor& some) { return at::scaled_dot_product_attention(some, keys, values, shift, 0.0, causal); };
  if (most == 0 || sight == Sight::Causal || q.size(1) <= most) return attended(queries).transpose(1, 2).reshape(q.sizes());
  std::vector<Tensor> slices;
  for (const Tensor& slice : queries.split(most, 2)) slices.push_back(attended(slice));
  return at::cat(slices, 2).transpose(1, 2).reshape(q.sizes());
}

SelfAttention::SelfAttention(const WeightSource& source, const AttentionOptions& options)
    : m_options(options), m_operators(source.placement().operators) {
  requireHeads(options.width, options.heads, source.owner());
  const auto& names = options.names;
  m_query = Linear(source / names.query, options.width, options.width, options.bias);
  if (source.placement().isPlain()) {
    m_key = Linear(source / names.key, options.width, options.width, options.bias);
    m_value = Linear(source / names.value, options.width, options.width, options.bias);
  } else {
    m_keyValue = Linear::joined({source / names.key, source / names.value}, options.width, options.width, options.bias);
  }
  m_out = Linear(source / names.out, options.width, options.width);
}

std::pair<Tensor, Tensor> SelfAttention::project(const Tensor& tokens) const {
  if (m_key) return {m_key(tokens), m_value(tokens)};
  const auto both = m_keyValue(tokens).chunk(2, -1);
  return {both[0], both[1]};
}

Tensor SelfAttention::addedTo(const Tensor& residual, const Tensor& x, const ReferenceTokens& references) const {
  const auto [keys, values] = project(x);
  const Looking looking{m_options.sight, m_operators, {}};
  if (references.empty()) return m_out.addedTo(residual, attend(m_query(x), keys, values, m_options.heads, looking));
  return m_out.addedTo(residual, attendWithReferences({m_query(x), keys, values}, references, m_options.heads, m_operators));
}

}  // namespace retailor::neural
