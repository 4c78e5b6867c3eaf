#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/neural/layers/convolution.h"
#include "core/neural/layers/norms.h"
#include "core/neural/models/segformer_settings.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::neural {

// Looks at its tokens through fewer ones: keys and values come from the map shrunk by a convolution (Wang et al. 2021).
class ReducedAttention {
 public:
  ReducedAttention(const WeightSource& source, const SegformerStage& stage);
  // residual + the attention of x, both [B, height · width, C].
  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& x, std::int64_t height, std::int64_t width) const;

 private:
  SegformerStage m_stage;
  Operators m_operators;
  Linear m_query, m_key, m_value, m_out;
  Convolution m_shrink;  // unused where nothing is reduced
  LayerNorm m_shrunk;
};

// Two linear layers with a 3 × 3 convolution of each channel between them, which tells the tokens where they are.
class MixFeedForward {
 public:
  MixFeedForward(const WeightSource& source, const SegformerStage& stage);
  at::Tensor addedTo(const at::Tensor& residual, const at::Tensor& x, std::int64_t height, std::int64_t width) const;

 private:
  Linear m_widen, m_narrow;
  at::Tensor m_filters, m_shift;  // [hidden, 1, 3, 3], [hidden]
};

// SegFormer (Xie et al. 2021): a transformer of stages with ever smaller maps, and a decoder of linear layers. Tensors are called as in a
// SegformerForSemanticSegmentation. Its layer norms use 1e-5, as that class does whatever its settings say. Immutable after loading.
class Segformer {
 public:
  Segformer(const WeightSource& source, const SegformerSettings& settings);
  // MissingWeights: a tensor is missing or of another shape than the settings ask for.
  static Result<std::shared_ptr<const Segformer>> load(const weights::WeightMap& weights, const SegformerSettings& settings,
                                                       Placement placement = {});

  // Told after each of `blocks` steps of the same kind; false stops.
  using Heard = std::function<bool(std::int64_t block, std::int64_t blocks)>;

  // pixels [B, 3, H, W], normalised -> [B, classes, ⌈H/4⌉, ⌈W/4⌉] for the published strides; undefined when stopped. Pictures of no pixels
  // or another number of channels throw RefusedModel.
  at::Tensor logits(const at::Tensor& pixels, const Heard& heard = {}) const;

  const SegformerSettings& settings() const { return m_settings; }

 private:
  struct Block {
    LayerNorm before, after;
    ReducedAttention attention;
    MixFeedForward feedForward;
  };
  struct Stage {
    Convolution patches;
    LayerNorm patchNorm, norm;
    std::vector<Block> blocks;
  };

  void addDecoder(const WeightSource& head);
  at::Tensor decoded(const std::vector<at::Tensor>& maps) const;

  SegformerSettings m_settings;
  std::string m_owner;  // the file, for sentences
  std::vector<Stage> m_stages;
  std::vector<Linear> m_unify;  // one a stage: its linear layer, its share of the fusing convolution and of the batch norm, in one
  at::Tensor m_shift;           // [1, decoder width, 1, 1]: what those add to every pixel
  Convolution m_classifier;
};

}  // namespace retailor::neural
