#pragma once

#include <memory>
#include <vector>

#include "core/neural/layers/convolution.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::neural {

// What makes a pose picture a map that is added to the first of a U-Net's (Parts2Whole, Fan et al. 2024; the conditioning of ControlNet,
// Zhang et al. 2023): 3×3 convolutions with SiLU behind each but the last, every second of the middle ones halving the picture. Their
// number and widths are the file's. Immutable after loading.
class PoseGuider {
 public:
  static Result<std::shared_ptr<const PoseGuider>> load(const weights::Component& component, const Placement& placement);
  PoseGuider(const weights::WeightMap& file, const Placement& placement);  // throws RefusedModel

  // picture [1, 3, H, W] 0..1, sides a multiple of factor() -> [1, width(), H/factor(), W/factor()]. Throws RefusedModel for other
  // pictures.
  at::Tensor forward(const at::Tensor& picture) const;

  std::int64_t width() const { return m_width; }
  std::int64_t factor() const { return std::int64_t{1} << (m_middle.size() / 2); }

 private:
  std::string m_owner;  // the file, for sentences
  Placement m_placement;
  std::int64_t m_width = 0;
  Convolution m_in, m_out;
  std::vector<Convolution> m_middle;
};

}  // namespace retailor::neural
