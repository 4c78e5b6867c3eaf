#include "core/neural/models/image_prompt.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

using at::Tensor;

// Files count self- and cross-attention layers together, so that every second number is a cross-attention layer's.
ImagePrompt::ImagePrompt(const WeightSource& source, const Unet& unet)
    : m_owner(source.owner()), m_width(unet.settings().outside), m_placement(source.placement()) {
  std::int64_t number = 1;
  for (const std::int64_t width : unet.transformerWidths()) {
    const WeightSource layer = source / "ip_adapter" / number;
    m_layers.push_back({Linear(layer / "to_k_ip", unet.settings().outside, width, Bias::Without),
                        Linear(layer / "to_v_ip", unet.settings().outside, width, Bias::Without)});
    number += 2;
  }
}

Result<std::shared_ptr<const ImagePrompt>> ImagePrompt::load(const weights::WeightMap& file, const Unet& unet) {
  return guarded("Loading the IP-Adapter", [&] {
    const c10::InferenceMode inference;
    return std::make_shared<const ImagePrompt>(WeightSource::of(file, unet.placement()), unet);
  });
}

void ImagePrompt::addTo(UnetContext& context, const PicturePrompt& prompt) const {
  const c10::InferenceMode inference;
  std::vector<Tensor> sets, masks;
  for (const auto& tokens : prompt.tokens)
    requireInput(tokens.dim() == 3 && tokens.size(2) == m_width, m_owner, "the tokens of its own first half");
  for (const auto& tokens : prompt.tokens) sets.push_back(tokens.to(m_placement.device, m_placement.type));
  for (const auto& mask : prompt.masks) masks.push_back(mask.ge(0.5).to(m_placement.device, at::kFloat));
  if (masks.empty()) sets = {at::cat(sets, 1)};
  for (std::size_t i = 0; i < m_layers.size(); ++i)
    for (std::size_t k = 0; k < sets.size(); ++k)
      context.layers[i].push_back(
          {m_layers[i].key(sets[k]), m_layers[i].value(sets[k]), prompt.scale, masks.empty() ? Tensor() : masks[k]});
}

}  // namespace retailor::neural
