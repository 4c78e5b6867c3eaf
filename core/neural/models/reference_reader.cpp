#include "core/neural/models/reference_reader.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <cmath>
#include <tuple>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

// The features that can tell something, and how many are zeros in their place.
struct Seen {
  Tensor features;  // [1, kept, C]
  std::int64_t zeros = 0;
};

Seen withinRegion(const TappedTokens& tapped, const Tensor& mask, MaskedTokens masked) {
  if (!mask.defined()) return {tapped.tokens, 0};
  const Tensor weights = maskOverTokens(mask, tapped.height, tapped.width, masked).to(tapped.tokens.device());
  const Tensor kept = weights.nonzero().squeeze(1);
  const Tensor features = tapped.tokens.index_select(1, kept);
  if (masked == MaskedTokens::Drop) return {features, 0};
  return {features * weights.index_select(0, kept).unsqueeze(1).to(features.scalar_type()), weights.size(0) - kept.size(0)};
}

// Zeros have zero keys and values, so that all of them together are one more token whose score is raised by the logarithm of their number.
void addZeros(ReferenceTokens& tokens, std::int64_t zeros) {
  const Tensor zero = tokens.keys.new_zeros({1, 1, tokens.keys.size(2)});
  tokens.shift = at::zeros({tokens.keys.size(1) + 1}, tokens.keys.options().dtype(at::kFloat));
  tokens.shift[-1] = std::log(static_cast<double>(zeros));
  tokens.keys = at::cat({tokens.keys, zero}, 1);
  tokens.values = at::cat({tokens.values, zero}, 1);
}

// A token that is there w times has its score raised by ln w.
void weigh(ReferenceTokens& tokens, double weight) {
  const Tensor before = tokens.shift.defined() ? tokens.shift : at::zeros({tokens.keys.size(1)}, tokens.keys.options().dtype(at::kFloat));
  tokens.shift = before + std::log(weight);
}

// The tokens of several references as those of one.
ReferenceTokens joined(const std::vector<ReferenceTokens>& all) {
  if (all.empty()) return {};
  std::vector<Tensor> keys, values, shifts;
  bool shifted = false;
  for (const auto& each : all) {
    keys.push_back(each.keys);
    values.push_back(each.values);
    shifted = shifted || each.shift.defined();
    shifts.push_back(each.shift.defined() ? each.shift : at::zeros({each.keys.size(1)}, each.keys.options().dtype(at::kFloat)));
  }
  return {.keys = at::cat(keys, 1), .values = at::cat(values, 1), .shift = shifted ? at::cat(shifts) : Tensor()};
}

}  // namespace

ReferenceReader::ReferenceReader(std::shared_ptr<const ReferenceUnet> looking, std::shared_ptr<const Unet> drawing,
                                 const ReadingPolicy& policy)
    : m_looking(std::move(looking)),
      m_drawing(std::move(drawing)),
      m_policy(policy),
      m_blocks(m_drawing->transformerWidths().size()),
      m_firstBlock(policy.blocks == ReadingPolicy::Blocks::Every ? 0 : m_drawing->transformersDown()) {}

Result<ReferenceReader> ReferenceReader::pairing(std::shared_ptr<const ReferenceUnet> looking, std::shared_ptr<const Unet> drawing,
                                                 const ReadingPolicy& policy) {
  if (looking->widths() != drawing->transformerWidths())
    return Failure{
        FailureKind::MissingWeights,
        "The Reference U-Net and the U-Net of this model differ in their layers, so one cannot read what the other sees. They come from "
        "different models; download the whole model again."};
  return ReferenceReader(std::move(looking), std::move(drawing), policy);
}

EncodedReference ReferenceReader::encode(const RegionReference& reference, const Tensor& time) {
  if (reference.weight <= 0) return {std::vector<ReferenceTokens>(m_blocks)};
  ++m_work.looks;
  return project(m_looking->features(reference.latent, time.defined() ? time : at::zeros({1}), reference.label), reference);
}

EncodedReference ReferenceReader::project(std::span<const TappedTokens> features, const RegionReference& reference) {
  const c10::InferenceMode inference;
  EncodedReference encoded{std::vector<ReferenceTokens>(m_blocks)};
  for (std::size_t block = m_firstBlock; block < m_blocks && reference.weight > 0; ++block)
    encoded.layers[block] = projected(block, features[block], reference);
  return encoded;
}

ReferenceTokens ReferenceReader::projected(std::size_t block, const TappedTokens& features, const RegionReference& reference) {
  const Seen seen = withinRegion(features, reference.mask, m_policy.masked);
  const bool any = seen.features.size(1) > 0;
  if (!any && seen.zeros == 0) return {};
  ReferenceTokens tokens{.keys = seen.features.to(m_drawing->placement().device, m_drawing->placement().type)};
  tokens.values = tokens.keys;
  if (any) {
    ++m_work.projections;
    std::tie(tokens.keys, tokens.values) = m_drawing->projectForSelfAttention(block, tokens.keys);
  }
  if (seen.zeros > 0) addZeros(tokens, seen.zeros);
  if (reference.weight != 1) weigh(tokens, reference.weight);
  return tokens;
}

void weigh(EncodedReference& reference, double weight) {
  const c10::InferenceMode inference;
  if (weight == 1) return;
  for (ReferenceTokens& tokens : reference.layers)
    if (!tokens.empty()) weigh(tokens, weight);
}

void showReferences(UnetContext& context, std::span<const EncodedReference> references, double blend, std::int64_t firstRow) {
  const c10::InferenceMode inference;
  context.references.clear();
  if (references.empty() || blend == 0) return;
  for (std::size_t block = 0; block < references.front().layers.size(); ++block) {
    std::vector<ReferenceTokens> all;
    for (const auto& reference : references)
      if (!reference.layers[block].empty()) all.push_back(reference.layers[block]);
    context.references.push_back(joined(all));
    context.references.back().blend = blend;
    context.references.back().firstRow = firstRow;
  }
}

}  // namespace retailor::neural
