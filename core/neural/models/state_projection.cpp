#include "core/neural/models/state_projection.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

using at::Tensor;

StateProjection::StateProjection(const weights::WeightMap& file, const Placement& placement)
    : m_owner(file.file.string()), m_placement(placement) {
  const weights::TensorView* projector = file.find("projector.weight");
  if (projector == nullptr || projector->shape.size() != 2)
    throw RefusedModel("The weights in " + m_owner +
                       " lack the tensor projector.weight, or it is no linear layer. Download the file again.");
  m_in = projector->shape[1];
  m_projector = Linear(WeightSource::of(file, placement) / "projector", m_in, projector->shape[0]);
}

Result<std::shared_ptr<const StateProjection>> StateProjection::load(const weights::Component& component, const Placement& placement) {
  return guarded("Loading the image projection", [&] {
    const c10::InferenceMode inference;
    return std::make_shared<const StateProjection>(component.weights, placement);
  });
}

Tensor StateProjection::tokens(const Tensor& states) const {
  const c10::InferenceMode inference;
  requireInput(states.dim() == 3 && states.size(2) == m_in, m_owner, "what this image encoder sees");
  return m_projector(states.to(m_placement.device, m_placement.type));
}

}  // namespace retailor::neural
