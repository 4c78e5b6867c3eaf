#include "core/neural/weights/folder/exemplar_encoder_names.h"

#include <array>
#include <utility>

namespace retailor::weights {
namespace {

using Tensors = std::map<std::string, TensorView, std::less<>>;
using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::string_view condition = "cond_stage_model.";
constexpr std::string_view vision = "transformer.vision_model.";
constexpr std::string_view blocks = "mapper.resblocks.";
constexpr std::string_view fused = "attn.c_qkv.";
constexpr std::array blockLayers{Pair{"ln_1.", "norm1."}, Pair{"attn.c_proj.", "attn1.to_out.0."}, Pair{"ln_2.", "norm3."},
                                 Pair{"mlp.c_fc.", "ff.net.0.proj."}, Pair{"mlp.c_proj.", "ff.net.2."}};
constexpr std::array thirds{std::string_view("attn1.to_q."), std::string_view("attn1.to_k."), std::string_view("attn1.to_v.")};

// Rows 0 to n/3, and so on: the first side is cut, so each third lies in one piece.
TensorView third(const TensorView& whole, std::size_t index) {
  TensorView part = whole;
  part.shape.front() /= 3;
  part.bytes = whole.bytes.subspan(index * (whole.bytes.size() / 3), whole.bytes.size() / 3);
  return part;
}

// `rest` is a name inside the mapper block `start`, "mapper.blocks.0.".
void addBlockTensor(Tensors& encoder, const std::string& start, std::string_view rest, const TensorView& tensor) {
  if (rest.starts_with(fused) && !tensor.shape.empty() && tensor.shape.front() % 3 == 0) {
    for (std::size_t i = 0; i < thirds.size(); ++i)
      encoder.emplace(start + std::string(thirds[i]) + std::string(rest.substr(fused.size())), third(tensor, i));
    return;
  }
  for (const auto& [old, current] : blockLayers)
    if (rest.starts_with(old)) encoder.emplace(start + std::string(current) + std::string(rest.substr(old.size())), tensor);
}

void addConditionTensor(Tensors& encoder, std::string_view name, const TensorView& tensor) {
  constexpr std::string_view lastNorm = "final_ln.";
  if (name.starts_with(vision)) encoder.emplace("model.vision_model." + std::string(name.substr(vision.size())), tensor);
  if (name.starts_with(lastNorm)) encoder.emplace("final_layer_norm." + std::string(name.substr(lastNorm.size())), tensor);
  if (!name.starts_with(blocks)) return;
  const std::size_t dot = name.find('.', blocks.size());
  if (dot == std::string_view::npos) return;
  addBlockTensor(encoder, "mapper.blocks." + std::string(name.substr(blocks.size(), dot + 1 - blocks.size())), name.substr(dot + 1),
                 tensor);
}

}  // namespace

Tensors exemplarEncoderOf(const WeightMap& checkpoint) {
  Tensors encoder;
  if (checkpoint.find("learnable_vector") == nullptr) return encoder;
  for (const auto& [name, tensor] : checkpoint.tensors) {
    if (name.starts_with(condition)) addConditionTensor(encoder, std::string_view(name).substr(condition.size()), tensor);
    if (name.starts_with("proj_out.")) encoder.emplace(name, tensor);
    if (name == "learnable_vector") encoder.emplace("uncond_vector", tensor);
  }
  return encoder;
}

}  // namespace retailor::weights
