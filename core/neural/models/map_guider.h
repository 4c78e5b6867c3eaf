#pragma once

#include <memory>
#include <vector>

#include "core/neural/layers/convolution.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::neural {

// What makes a map of the picture's size, of depth for instance, a small one that a U-Net sees beside its latent (MimicBrush, Chen et al.
// 2024; the conditioning of ControlNet, Zhang et al. 2023): 3×3 convolutions with SiLU behind each but the last, every second of the middle
// ones halving the map. Their number and widths are the file's. Immutable after loading.
class MapGuider {
 public:
  static Result<std::shared_ptr<const MapGuider>> load(const weights::Component& component, const Placement& placement);
  MapGuider(const weights::WeightMap& file, const Placement& placement);  // throws RefusedModel

  // map [1, channels(), H, W], sides a multiple of factor() -> [1, width(), H/factor(), W/factor()]. Throws RefusedModel for other maps.
  at::Tensor forward(const at::Tensor& map) const;

  std::int64_t channels() const { return m_channels; }
  std::int64_t width() const { return m_width; }
  std::int64_t factor() const { return std::int64_t{1} << (m_middle.size() / 2); }

 private:
  std::string m_owner;  // the file, for sentences
  Placement m_placement;
  std::int64_t m_channels = 0, m_width = 0;
  Convolution m_in, m_out;
  std::vector<Convolution> m_middle;
};

}  // namespace retailor::neural
