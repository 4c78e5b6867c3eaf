#include "core/neural/models/reference_unet.h"

#include <ATen/ATen.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

Result<std::shared_ptr<const ReferenceUnet>> ReferenceUnet::load(const weights::Component& component, const Placement& placement) {
  auto unet = Unet::load(component, placement, {}, Extent::UntilLastSelfAttention);
  if (!unet) return unet.failure();
  return std::make_shared<const ReferenceUnet>(*std::move(unet));
}

ReferenceUnet::ReferenceUnet(const WeightSource& source, const UnetSettings& settings)
    : m_unet(std::make_shared<const Unet>(source, settings, Extent::UntilLastSelfAttention)) {}

std::vector<TappedTokens> ReferenceUnet::features(const at::Tensor& latent, const at::Tensor& time, const at::Tensor& label) const {
  requireInput(time.numel() == 1, "the references", "more than one time for a picture");
  return m_unet->tapped(latent, time, m_unet->contextOf(label));
}

}  // namespace retailor::neural
