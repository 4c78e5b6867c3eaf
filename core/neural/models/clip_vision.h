#pragma once

#include <memory>

#include "core/neural/layers/convolution.h"
#include "core/neural/models/clip_layers.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::neural {

struct ClipVisionSettings {
  ClipStack stack;
  std::int64_t imageSide = 224;
  std::int64_t patchSide = 14;
  std::int64_t channels = 3;
  std::int64_t projection = 0;  // width of the image embedding

  static ClipVisionSettings read(const ModelSettings& settings);  // throws RefusedModel
  std::int64_t tokens() const { return (imageSide / patchSide) * (imageSide / patchSide) + 1; }
};

// The image encoder of CLIP, up to its states: patches and one token for the whole. Immutable after loading.
class ClipVisionTower {
 public:
  ClipVisionTower(const WeightSource& source, const ClipVisionSettings& settings);  // names below "vision_model."

  // pixels [B, 3, side, side], normalised (others throw RefusedModel) -> the states after the first normalisation and after each layer,
  // layers + 1 of [B, tokens, width].
  std::vector<at::Tensor> states(const at::Tensor& pixels) const;
  // The normalised state of the token for the whole, [B, width]. `last`: the last of states().
  at::Tensor pooled(const at::Tensor& last) const;

 private:
  ClipVisionSettings m_settings;
  std::string m_owner;  // the file, for sentences
  Placement m_placement;
  Convolution m_patches;
  at::Tensor m_whole;      // [width]
  at::Tensor m_positions;  // [tokens, width]
  LayerNorm m_before, m_after;
  std::vector<ClipLayer> m_layers;
};

// The image encoder with its projection into the space shared with text.
class ClipVision {
 public:
  ClipVision(const WeightSource& source, const ClipVisionSettings& settings);
  static Result<std::shared_ptr<const ClipVision>> load(const weights::Component& component, const Placement& placement);

  struct States {
    at::Tensor embedding;            // [B, projection]
    std::vector<at::Tensor> hidden;  // as ClipVisionTower::states
  };
  States forward(const at::Tensor& pixels) const;

  const ClipVisionSettings& settings() const { return m_settings; }
  const Placement& placement() const { return m_placement; }

 private:
  ClipVisionSettings m_settings;
  Placement m_placement;
  ClipVisionTower m_tower;
  Linear m_projection;
};

}  // namespace retailor::neural
