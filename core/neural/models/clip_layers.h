#pragma once

#include <string>
#include <vector>

#include "core/neural/layers/activation.h"
#include "core/neural/layers/attention.h"
#include "core/neural/layers/norms.h"
#include "core/neural/models/model_settings.h"

namespace retailor::neural {

// What the text and the image encoder of CLIP (Radford et al. 2021) have in common.
struct ClipStack {
  std::int64_t width = 768;
  std::int64_t hidden = 3072;  // of the two linear layers
  std::int64_t layers = 12;
  std::int64_t heads = 12;
  double epsilon = 1e-5;
  Activation activation = Activation::QuickGelu;

  static ClipStack read(const ModelSettings& settings, const ClipStack& absent);  // throws RefusedModel
};

// Attention, then two linear layers, each after a layer normalisation and added to what came in.
class ClipLayer {
 public:
  ClipLayer(const WeightSource& source, const ClipStack& stack, Sight sight);
  at::Tensor operator()(const at::Tensor& x) const;  // [B, L, width] -> the same

 private:
  Activation m_activation;
  LayerNorm m_norm1, m_norm2;
  SelfAttention m_attention;
  Linear m_first, m_second;
};

std::vector<ClipLayer> clipLayers(const WeightSource& encoder, const ClipStack& stack, Sight sight);

}  // namespace retailor::neural
