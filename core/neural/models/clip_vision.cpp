#include "core/neural/models/clip_vision.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/neural/layers/channels_last.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

using at::Tensor;

ClipVisionSettings ClipVisionSettings::read(const ModelSettings& file) {
  const ModelSettings settings = file.under("vision_config");
  ClipVisionSettings read;
  read.stack = ClipStack::read(settings, {.width = 768, .hidden = 3072, .layers = 12, .heads = 12});
  read.imageSide = settings.count("image_size", 224);
  read.patchSide = settings.count("patch_size", 32);
  read.channels = settings.count("num_channels", 3);
  read.projection = file.has("projection_dim") ? file.count("projection_dim", 512) : settings.count("projection_dim", 512);
  if (read.imageSide < read.patchSide) settings.refuse("its patches are larger than its picture");
  return read;
}

ClipVisionTower::ClipVisionTower(const WeightSource& source, const ClipVisionSettings& settings)
    : m_settings(settings), m_owner(source.owner()), m_placement(source.placement()) {
  const std::int64_t width = settings.stack.width;
  const WeightSource embeddings = source / "embeddings";
  m_patches = Convolution(embeddings / "patch_embedding", {.in = settings.channels,
                                                           .out = width,
                                                           .side = settings.patchSide,
                                                           .stride = settings.patchSide,
                                                           .padding = 0,
                                                           .bias = Bias::Without});
  m_whole = embeddings.take("class_embedding", {width});
  m_positions = (embeddings / "position_embedding").take("weight", {settings.tokens(), width});
  m_before = LayerNorm(source / "pre_layrnorm", width, settings.stack.epsilon);  // the file's own spelling
  m_layers = clipLayers(source / "encoder", settings.stack, Sight::Everything);
  m_after = LayerNorm(source / "post_layernorm", width, settings.stack.epsilon);
}

std::vector<Tensor> ClipVisionTower::states(const Tensor& pixels) const {
  const std::int64_t side = m_settings.imageSide;
  requireInput(pixels.dim() == 4 && pixels.size(1) == m_settings.channels && pixels.size(2) == side && pixels.size(3) == side, m_owner,
               "pictures of the size that the preprocessor makes");
  const Tensor patches = pixelRows(m_patches(pixels.to(m_placement.device, m_placement.type)));
  const Tensor whole = m_whole.expand({patches.size(0), 1, -1});
  std::vector<Tensor> states{m_before(at::cat({whole, patches}, 1) + m_positions)};
  for (const auto& layer : m_layers) states.push_back(layer(states.back()));
  return states;
}

Tensor ClipVisionTower::pooled(const Tensor& last) const { return m_after(last.select(1, 0)); }

ClipVision::ClipVision(const WeightSource& source, const ClipVisionSettings& settings)
    : m_settings(settings),
      m_placement(source.placement()),
      m_tower(source / "vision_model", settings),
      m_projection(source / "visual_projection", settings.stack.width, settings.projection, Bias::Without) {}

Result<std::shared_ptr<const ClipVision>> ClipVision::load(const weights::Component& component, const Placement& placement) {
  return guarded("Loading the image encoder", [&] {
    const c10::InferenceMode inference;
    const auto settings = ClipVisionSettings::read(ModelSettings(component.config, component.folder.string()));
    return std::make_shared<const ClipVision>(WeightSource::of(component.weights, placement.forWidth(settings.stack.width)), settings);
  });
}

ClipVision::States ClipVision::forward(const Tensor& pixels) const {
  const c10::InferenceMode inference;
  std::vector<Tensor> hidden = m_tower.states(pixels);
  const Tensor embedding = m_projection(m_tower.pooled(hidden.back()));
  return {embedding, std::move(hidden)};
}

}  // namespace retailor::neural
