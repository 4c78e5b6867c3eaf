#include "core/neural/layers/cross_attention.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace retailor::neural {
namespace {

using at::Tensor;

// With a single key the softmax is 1 whatever the query: every token finds the value itself.
bool findsOneThing(const LayerTokens& tokens) { return tokens.size() == 1 && tokens.front().keys.size(1) == 1; }

}  // namespace

Tensor maskOverQueries(const Tensor& mask, std::int64_t queries) {
  const double ratio = static_cast<double>(mask.size(1)) / static_cast<double>(mask.size(0));
  auto height = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::sqrt(static_cast<double>(queries) / ratio)));
  if (queries % height != 0) ++height;
  const std::int64_t width = std::max<std::int64_t>(1, queries / height);
  const Tensor grid = at::upsample_bicubic2d(mask.unsqueeze(0).unsqueeze(0), {height, width}, /*align_corners=*/false).reshape({-1});
  const std::int64_t lacking = queries - grid.size(0);
  const Tensor fitted = lacking > 0 ? at::constant_pad_nd(grid, {0, lacking}) : grid.slice(0, 0, queries);
  return fitted.unsqueeze(1);
}

CrossAttention::CrossAttention(const WeightSource& source, const AttentionOptions& options, std::int64_t outside)
    : m_options(options), m_operators(source.placement().operators) {
  const auto& names = options.names;
  m_query = Linear(source / names.query, options.width, options.width, Bias::Without);
  m_key = Linear(source / names.key, outside, options.width, Bias::Without);
  m_value = Linear(source / names.value, outside, options.width, Bias::Without);
  m_out = Linear(source / names.out, options.width, options.width);
}

AttendedTokens CrossAttention::project(const Tensor& tokens) const { return {m_key(tokens), m_value(tokens), 1, {}}; }

Tensor CrossAttention::addedTo(const Tensor& residual, const Tensor& x, const LayerTokens& tokens) const {
  if (tokens.empty()) return residual + x;
  if (m_operators == Operators::Fast && findsOneThing(tokens)) return residual + m_out(tokens.front().values);
  const Tensor query = m_query(x);
  Tensor found;
  for (const auto& set : tokens) {
    Tensor term = attend(query, set.keys, set.values, m_options.heads, {.operators = m_operators});
    if (set.mask.defined()) term = term * maskOverQueries(set.mask, query.size(1)).to(term.options());
    found = found.defined() ? found.add_(term.mul_(set.scale)) : term;
  }
  return m_out.addedTo(residual, found);
}

}  // namespace retailor::neural
