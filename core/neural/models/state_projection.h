#pragma once

#include <memory>

#include "core/neural/layers/linear.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::neural {

// One linear layer that makes a CLIP image encoder's states tokens for a U-Net's cross-attention (MimicBrush, Chen et al. 2024). Its widths
// are the file's. Immutable after loading.
class StateProjection {
 public:
  static Result<std::shared_ptr<const StateProjection>> load(const weights::Component& component, const Placement& placement);
  StateProjection(const weights::WeightMap& file, const Placement& placement);  // throws RefusedModel

  // states [B, L, in] -> [B, L, width]. Throws RefusedModel for another width.
  at::Tensor tokens(const at::Tensor& states) const;

 private:
  std::string m_owner;  // the file, for sentences
  Placement m_placement;
  std::int64_t m_in = 0;
  Linear m_projector;
};

}  // namespace retailor::neural
