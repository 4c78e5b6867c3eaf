#include "core/neural/models/paint_by_example_encoder.h"

#include <c10/core/InferenceMode.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

using at::Tensor;

ExampleMapperBlock::ExampleMapperBlock(const WeightSource& source, std::int64_t width)
    : m_norm1(source / "norm1", width),
      m_norm3(source / "norm3", width),
      m_value(source / "attn1" / "to_v", width, width),
      m_out(source / "attn1" / "to_out.0", width, width),
      m_widen(source / "ff" / "net.0.proj", width, 4 * width),
      m_narrow(source / "ff" / "net.2", 4 * width, width) {}

Tensor ExampleMapperBlock::operator()(const Tensor& x) const {
  const Tensor h = m_out.addedTo(x, m_value(m_norm1(x)));
  return m_narrow.addedTo(h, activate(m_widen(m_norm3(h)), Activation::Gelu));
}

PaintByExampleEncoder::PaintByExampleEncoder(const WeightSource& source, const ClipVisionSettings& settings)
    : m_settings(settings),
      m_tower(source / "model" / "vision_model", settings),
      m_norm(source / "final_layer_norm", settings.stack.width),
      m_projection(source / "proj_out", settings.stack.width, settings.projection),
      m_unconditional(source.take("uncond_vector", {1, 1, settings.projection})) {
  const std::int64_t blocks = (settings.stack.layers + 1) / 5;
  for (std::int64_t i = 0; i < blocks; ++i) m_mapper.emplace_back(source / "mapper" / "blocks" / i, settings.stack.width);
}

Result<std::shared_ptr<const PaintByExampleEncoder>> PaintByExampleEncoder::load(const weights::Component& component,
                                                                                 const Placement& placement) {
  return guarded("Loading the example encoder", [&] {
    const c10::InferenceMode inference;
    const auto settings = ClipVisionSettings::read(ModelSettings(component.config, component.folder.string()));
    return std::make_shared<const PaintByExampleEncoder>(WeightSource::of(component.weights, placement.forWidth(settings.stack.width)),
                                                         settings);
  });
}

Tensor PaintByExampleEncoder::forward(const Tensor& pixels) const {
  const c10::InferenceMode inference;
  Tensor x = m_tower.pooled(m_tower.states(pixels).back()).unsqueeze(1);
  for (const auto& block : m_mapper) x = block(x);
  return m_projection(m_norm(x));
}

}  // namespace retailor::neural
