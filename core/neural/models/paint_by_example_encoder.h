#pragma once

#include "core/neural/models/clip_vision.h"

namespace retailor::neural {

// One block of the mapper, over a single token: with one key the softmax is 1, so attention is its value alone.
class ExampleMapperBlock {
 public:
  ExampleMapperBlock(const WeightSource& source, std::int64_t width);
  at::Tensor operator()(const at::Tensor& x) const;  // [B, 1, width] -> the same

 private:
  LayerNorm m_norm1, m_norm3;
  Linear m_value, m_out, m_widen, m_narrow;
};

// The encoder of Paint by Example (Yang et al. 2023): CLIP's token for the whole picture through a small mapper, as the one token that the
// U-Net looks at. Immutable after loading.
class PaintByExampleEncoder {
 public:
  PaintByExampleEncoder(const WeightSource& source, const ClipVisionSettings& settings);
  static Result<std::shared_ptr<const PaintByExampleEncoder>> load(const weights::Component& component, const Placement& placement);

  at::Tensor forward(const at::Tensor& pixels) const;                  // [B, 3, side, side] -> [B, 1, projection]
  const at::Tensor& unconditional() const { return m_unconditional; }  // [1, 1, projection]: what stands for no example
  const ClipVisionSettings& settings() const { return m_settings; }

 private:
  ClipVisionSettings m_settings;
  ClipVisionTower m_tower;
  std::vector<ExampleMapperBlock> m_mapper;
  LayerNorm m_norm;
  Linear m_projection;
  at::Tensor m_unconditional;
};

}  // namespace retailor::neural
