#include "core/neural/models/dino_vision.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <array>
#include <string_view>
#include <utility>

#include "core/neural/layers/channels_last.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;
using NamePair = std::pair<std::string_view, std::string_view>;

constexpr AttentionNames kViTAttentionNames{"attention.query", "attention.key", "attention.value", "output.dense"};

constexpr std::array kOuterNames{NamePair{"cls_token", "embeddings.cls_token"}, NamePair{"pos_embed", "embeddings.position_embeddings"},
                                 NamePair{"patch_embed.proj.", "embeddings.patch_embeddings.projection."},
                                 NamePair{"pos_drop.", "embeddings.layernorm."}, NamePair{"norm.", "layernorm."}};
constexpr std::array kBlockNames{NamePair{"norm1.", "layernorm_before."}, NamePair{"norm2.", "layernorm_after."},
                                 NamePair{"attn.proj.", "attention.output.dense."}, NamePair{"mlp.fc1.", "intermediate.dense."},
                                 NamePair{"mlp.fc2.", "output.dense."}};
constexpr std::array kFusedNames{"query.", "key.", "value."};

template <std::size_t count>
std::string renamed(std::string_view name, const std::array<NamePair, count>& names) {
  for (const auto& [old, current] : names)
    if (name.starts_with(old)) return std::string(current) + std::string(name.substr(old.size()));
  return {};
}

void addFused(weights::WeightMap& model, const std::string& layer, std::string_view rest, const weights::TensorView& rows) {
  for (std::size_t i = 0; i < kFusedNames.size(); ++i) {
    weights::TensorView third = rows;
    third.shape.front() /= 3;
    third.bytes = rows.bytes.subspan(i * (rows.bytes.size() / 3), rows.bytes.size() / 3);
    model.tensors.emplace(layer + "attention.attention." + kFusedNames[i] + std::string(rest), third);
  }
}

// `name` is "<index>.<rest>" below "blocks.".
void addBlockTensor(weights::WeightMap& model, std::string_view name, const weights::TensorView& tensor) {
  constexpr std::string_view fused = "attn.qkv.";
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return;
  const std::string layer = "encoder.layer." + std::string(name.substr(0, dot + 1));
  const std::string_view rest = name.substr(dot + 1);
  if (rest.starts_with(fused) && !tensor.shape.empty() && tensor.shape.front() % 3 == 0)
    addFused(model, layer, rest.substr(fused.size()), tensor);
  else if (const std::string current = renamed(rest, kBlockNames); !current.empty())
    model.tensors.emplace(layer + current, tensor);
}

}  // namespace

weights::WeightMap withViTModelNames(const weights::WeightMap& published) {
  if (published.find("cls_token") == nullptr) return published;
  constexpr std::string_view blocks = "blocks.";
  weights::WeightMap model{{}, published.metadata, published.file};
  for (const auto& [name, tensor] : published.tensors)
    if (name.starts_with(blocks))
      addBlockTensor(model, std::string_view(name).substr(blocks.size()), tensor);
    else if (const std::string current = renamed(name, kOuterNames); !current.empty())
      model.tensors.emplace(current, tensor);
  return model;
}

DinoSettings DinoSettings::read(const ModelSettings& settings) {
  DinoSettings read;
  read.stack.width = settings.count("hidden_size", 384);
  read.stack.hidden = settings.count("intermediate_size", 4 * read.stack.width);
  read.stack.layers = settings.count("num_hidden_layers", 12);
  read.stack.heads = settings.count("num_attention_heads", 6);
  read.stack.epsilon = settings.real("layer_norm_eps", 1e-12);
  read.imageSide = settings.count("image_size", 224);
  read.patchSide = settings.count("patch_size", 16);
  settings.require("hidden_act", "gelu");
  if (read.imageSide < read.patchSide) settings.refuse("its patches are larger than its picture");
  return read;
}

DinoVision::DinoVision(const WeightSource& source, const DinoSettings& settings) : m_settings(settings), m_owner(source.owner()) {
  const ClipStack& stack = settings.stack;
  const WeightSource embeddings = source / "embeddings";
  m_patches = Convolution(embeddings / "patch_embeddings" / "projection",
                          {.in = 3, .out = stack.width, .side = settings.patchSide, .stride = settings.patchSide, .padding = 0});
  m_whole = embeddings.take("cls_token", {1, 1, stack.width});
  m_positions = embeddings.take("position_embeddings", {1, settings.tokens(), stack.width});
  if (settings.normalisesFirst) m_before = LayerNorm(embeddings / "layernorm", stack.width, stack.epsilon);
  for (std::int64_t i = 0; i < stack.layers; ++i) {
    const WeightSource layer = source / "encoder" / "layer" / i;
    m_layers.push_back(
        {LayerNorm(layer / "layernorm_before", stack.width, stack.epsilon),
         LayerNorm(layer / "layernorm_after", stack.width, stack.epsilon),
         SelfAttention(layer / "attention", {.width = stack.width, .heads = stack.heads, .bias = Bias::With, .names = kViTAttentionNames}),
         Linear(layer / "intermediate" / "dense", stack.width, stack.hidden),
         Linear(layer / "output" / "dense", stack.hidden, stack.width)});
  }
  m_norm = LayerNorm(source / "layernorm", stack.width, stack.epsilon);
}

Result<std::shared_ptr<const DinoVision>> DinoVision::load(const weights::WeightMap& published, const DinoSettings& settings) {
  return guarded("Loading DINO", [&] {
    const c10::InferenceMode inference;
    const weights::WeightMap model = withViTModelNames(published);
    return std::make_shared<const DinoVision>(WeightSource::of(model, {at::kCPU, at::kFloat, Operators::Plain}), settings);
  });
}

Tensor DinoVision::embedding(const Tensor& pixels) const {
  const c10::InferenceMode inference;
  return m_norm(lastState(pixels));
}

Tensor DinoVision::lastState(const Tensor& pixels) const {
  const c10::InferenceMode inference;
  const std::int64_t side = m_settings.imageSide;
  requireInput(pixels.dim() == 4 && pixels.size(1) == 3 && pixels.size(2) == side && pixels.size(3) == side, m_owner,
               "pictures of the size that it was taught with");
  const Tensor patches = pixelRows(m_patches(pixels));
  Tensor x = at::cat({m_whole.expand({patches.size(0), 1, -1}), patches}, 1) + m_positions;
  if (m_settings.normalisesFirst) x = m_before(x);
  for (const Layer& layer : m_layers) {
    x = layer.attention.addedTo(x, layer.before(x));
    x = layer.narrow.addedTo(x, activate(layer.widen(layer.after(x)), m_settings.stack.activation));
  }
  return x.select(1, 0);
}

}  // namespace retailor::neural
