#include "core/neural/models/image_prompt.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <string_view>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

using at::Tensor;

namespace {

constexpr std::string_view namedKey = ".attn2.processor.to_k_dc.weight";

std::size_t layersNamedIn(const weights::WeightMap& file) {
  return static_cast<std::size_t>(std::ranges::count_if(file.tensors, [](const auto& tensor) { return tensor.first.ends_with(namedKey); }));
}

}  // namespace

ImagePrompt::ImagePrompt(const weights::WeightMap& file, const Unet& unet)
    : m_owner(file.file.string()), m_width(unet.settings().outside), m_placement(unet.placement()) {
  const WeightSource source = WeightSource::of(file, m_placement);
  const std::size_t named = layersNamedIn(file), layers = unet.transformerWidths().size();
  if (named != 0 && named != layers)
    throw RefusedModel("The file " + m_owner + " has image attention for " + std::to_string(named) + " layers, but the U-Net has " +
                       std::to_string(layers) + ". They come from different models; download both again.");
  named == 0 ? readNumbered(source, unet) : readNamed(source, unet);
}

ImagePrompt::ImagePrompt(const WeightSource& source, const Unet& unet)
    : m_owner(source.owner()), m_width(unet.settings().outside), m_placement(source.placement()) {
  readNumbered(source, unet);
}

void ImagePrompt::readNamed(const WeightSource& source, const Unet& unet) {
  const auto widths = unet.transformerWidths();
  const auto names = unet.transformerNames();
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const WeightSource layer = source / names[i] / "attn2.processor";
    m_layers.push_back(
        {Linear(layer / "to_k_dc", m_width, widths[i], Bias::Without), Linear(layer / "to_v_dc", m_width, widths[i], Bias::Without)});
  }
}

// Such files count self- and cross-attention layers together, so that every second number is a cross-attention layer's.
void ImagePrompt::readNumbered(const WeightSource& source, const Unet& unet) {
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
    return std::make_shared<const ImagePrompt>(file, unet);
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
