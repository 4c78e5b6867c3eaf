#include "core/neural/layers/region_focused_attention.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/neural/layers/attention.h"

namespace retailor::neural {
namespace {

using at::Tensor;

Projected rowsOf(const Projected& picture, std::int64_t first, std::int64_t last) {
  return {picture.queries.slice(0, first, last), picture.keys.slice(0, first, last), picture.values.slice(0, first, last)};
}

Tensor alone(const Projected& picture, std::int64_t heads, Operators operators) {
  return attend(picture.queries, picture.keys, picture.values, heads, {.operators = operators});
}

Tensor behind(const Tensor& own, const Tensor& references) { return at::cat({own, references.expand({own.size(0), -1, -1})}, 1); }

Tensor together(const Projected& picture, const ReferenceTokens& references, std::int64_t heads, Operators operators) {
  Tensor shift;
  if (references.shift.defined()) shift = at::cat({references.shift.new_zeros({picture.keys.size(1)}), references.shift});
  return attend(picture.queries, behind(picture.keys, references.keys), behind(picture.values, references.values), heads,
                {.operators = operators, .keyShift = shift});
}

Tensor seeing(const Projected& picture, const ReferenceTokens& references, std::int64_t heads, Operators operators) {
  const Tensor joint = together(picture, references, heads, operators);
  return references.blend == 1 ? joint : at::lerp(alone(picture, heads, operators), joint, references.blend);
}

}  // namespace

Tensor attendWithReferences(const Projected& picture, const ReferenceTokens& references, std::int64_t heads, Operators operators) {
  const std::int64_t rows = picture.queries.size(0), first = std::min(references.firstRow, rows);
  if (first == rows) return alone(picture, heads, operators);
  if (first == 0) return seeing(picture, references, heads, operators);
  return at::cat({alone(rowsOf(picture, 0, first), heads, operators), seeing(rowsOf(picture, first, rows), references, heads, operators)});
}

}  // namespace retailor::neural
