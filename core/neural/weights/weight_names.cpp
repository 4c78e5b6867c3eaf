#include "core/neural/weights/weight_names.h"

#include <array>
#include <utility>

#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::string_view agedAttention = "mid_block.attentions.0.";
constexpr std::array agedAttentionLayers{Pair{"query.", "to_q."}, Pair{"key.", "to_k."}, Pair{"value.", "to_v."},
                                         Pair{"proj_attn.", "to_out.0."}};
constexpr std::array squeezedLayers{std::string_view("to_q.weight"), std::string_view("to_k.weight"), std::string_view("to_v.weight"),
                                    std::string_view("to_out.0.weight")};

bool holds(const WeightMap& weights, std::string_view name) { return weights.find(name) != nullptr; }

// What the names of this set lack in front.
std::string_view missingPrefix(const WeightMap& weights) {
  if (holds(weights, "embeddings.token_embedding.weight")) return "text_model.";
  return holds(weights, "embeddings.patch_embedding.weight") ? "vision_model." : "";
}

// Projections stand beside the model, not in it.
bool takesPrefix(std::string_view name) { return !name.starts_with("text_projection.") && !name.starts_with("visual_projection."); }

// Linear layers of an autoencoder's attention were once stored as 1×1 convolutions: the same numbers.
TensorView squeezed(std::string_view name, TensorView tensor) {
  const bool isConvolution = tensor.shape.size() == 4 && tensor.shape[2] == 1 && tensor.shape[3] == 1;
  const std::size_t at = name.find(agedAttention);
  if (!isConvolution || at == std::string_view::npos) return tensor;
  for (const std::string_view layer : squeezedLayers)
    if (name.substr(at + agedAttention.size()) == layer) tensor.shape.resize(2);
  return tensor;
}

}  // namespace

std::string currentName(std::string_view published) {
  if (published.ends_with("embeddings.position_ids")) return {};
  const std::size_t at = published.find(agedAttention);
  if (at == std::string_view::npos) return std::string(published);
  const std::size_t layer = at + agedAttention.size();
  for (const auto& [old, current] : agedAttentionLayers)
    if (published.substr(layer).starts_with(old))
      return std::string(published.substr(0, layer)) + std::string(current) + std::string(published.substr(layer + old.size()));
  return std::string(published);
}

Result<WeightMap> withCurrentNames(const WeightMap& weights) {
  const std::string prefix(missingPrefix(weights));
  WeightMap renamed{{}, weights.metadata, weights.file};
  for (const auto& [published, tensor] : weights.tensors) {
    const std::string name = currentName(published);
    if (name.empty()) continue;
    const std::string whole = takesPrefix(name) ? prefix + name : name;
    if (!renamed.tensors.emplace(whole, squeezed(name, tensor)).second)
      return refused(weights.file, "it holds the tensor “" + shown(whole) + "” under an old and a new name");
  }
  return renamed;
}

}  // namespace retailor::weights
