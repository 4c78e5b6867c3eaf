#pragma once

#include <memory>
#include <vector>

#include "core/neural/layers/convolution.h"
#include "core/neural/models/clip_layers.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::neural {

// The vision transformer of DINO (Caron et al. 2021): ViT-S/16 unless the settings say otherwise. Other vision transformers are published
// in its layout too.
struct DinoSettings {
  ClipStack stack{.width = 384, .hidden = 1536, .layers = 12, .heads = 6, .epsilon = 1e-6, .activation = Activation::Gelu};
  std::int64_t imageSide = 224;
  std::int64_t patchSide = 16;
  bool normalisesFirst = false;  // the tokens once more before the first layer, as CLIP's image encoder does

  static DinoSettings read(const ModelSettings& settings);  // a ViTModel's config.json; throws RefusedModel
  std::int64_t tokens() const { return (imageSide / patchSide) * (imageSide / patchSide) + 1; }
};

// On the processor in F32. Immutable after loading.
class DinoVision {
 public:
  DinoVision(const WeightSource& source, const DinoSettings& settings);  // names as a ViTModel's
  // Weights under a ViTModel's names or those that DINO's authors published ("blocks.0.attn.qkv.weight").
  static Result<std::shared_ptr<const DinoVision>> load(const weights::WeightMap& weights, const DinoSettings& settings);

  // pixels [B, 3, side, side], normalised (others throw RefusedModel) -> the token for the whole after the last normalisation, [B, width].
  at::Tensor embedding(const at::Tensor& pixels) const;
  // The same token as the last layer leaves it, [B, width].
  at::Tensor lastState(const at::Tensor& pixels) const;

  const DinoSettings& settings() const { return m_settings; }

 private:
  struct Layer {
    LayerNorm before, after;
    SelfAttention attention;
    Linear widen, narrow;
  };
  DinoSettings m_settings;
  std::string m_owner;  // the file, for sentences
  Convolution m_patches;
  at::Tensor m_whole;      // [1, 1, width]
  at::Tensor m_positions;  // [1, tokens, width]
  LayerNorm m_before;      // of settings that normalise first
  std::vector<Layer> m_layers;
  LayerNorm m_norm;
};

// The same tensors under a ViTModel's names; the published fused query-key-value rows are split in three.
weights::WeightMap withViTModelNames(const weights::WeightMap& published);

}  // namespace retailor::neural
