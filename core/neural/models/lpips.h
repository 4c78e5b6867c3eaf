#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <memory>
#include <vector>

#include "core/neural/layers/convolution.h"
#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::neural {

enum class LpipsTrunk { AlexNet, Vgg16 };

// LPIPS (Zhang et al. 2018, version 0.1): how far two pictures' features lie apart in an image classifier, weighted by learnt heads. On the
// processor in F32. Immutable after loading.
class Lpips {
 public:
  // `trunk` has torchvision's names ("features.0.weight"), `heads` those of the lpips package ("lin0.model.1.weight", [1, C, 1, 1]).
  Lpips(const WeightSource& trunk, const WeightSource& heads, LpipsTrunk kind);
  // MissingWeights: a tensor is missing, of another shape, or the heads are not those of version 0.1.
  static Result<std::shared_ptr<const Lpips>> load(const weights::WeightMap& trunk, const weights::WeightMap& heads, LpipsTrunk kind);

  struct Distance {
    double whole = 0;                // the sum over the layers of spatial means
    std::array<double, 5> layers{};  // those means
    at::Tensor map;                  // [H, W]: the layers' maps at the pictures' size, added up
  };
  // Pictures [1, 3, H, W] F32, 0..255, of one size with no side below shortestSide(); others throw RefusedModel.
  Distance between(const at::Tensor& one, const at::Tensor& other) const;

  // [2, C, h, w] of both pictures after each of the five activations that are looked at.
  std::vector<at::Tensor> features(const at::Tensor& pictures) const;  // pictures [B, 3, H, W] F32, 0..255

  std::int64_t shortestSide() const;

 private:
  struct Step {
    Convolution convolution;
    bool poolsBefore = false;
    bool isLookedAt = false;
  };
  LpipsTrunk m_kind;
  std::vector<Step> m_steps;
  std::vector<at::Tensor> m_heads;  // [1, C, 1, 1]
};

}  // namespace retailor::neural
