#include "core/neural/models/clip_text.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

constexpr std::int64_t mistakenEnd = 2;

// Where in each text the end token stands first, [B].
Tensor ends(const Tensor& ids, std::int64_t endId) { return endId == mistakenEnd ? ids.argmax(1) : ids.eq(endId).to(at::kInt).argmax(1); }

}  // namespace

ClipTextSettings ClipTextSettings::read(const ModelSettings& file) {
  const ModelSettings settings = file.under("text_config");
  ClipTextSettings read;
  read.stack = ClipStack::read(settings, {.width = 512, .hidden = 2048, .layers = 12, .heads = 8});
  read.vocabulary = settings.count("vocab_size", 49408);
  read.positions = settings.count("max_position_embeddings", 77);
  read.endId = settings.count("eos_token_id", 49407);
  return read;
}

ClipText::ClipText(const WeightSource& source, const ClipTextSettings& settings)
    : m_settings(settings), m_owner(source.owner()), m_placement(source.placement()) {
  const WeightSource model = source / "text_model";
  m_tokens = (model / "embeddings" / "token_embedding").take("weight", {settings.vocabulary, settings.stack.width});
  m_positions = (model / "embeddings" / "position_embedding").take("weight", {settings.positions, settings.stack.width});
  m_layers = clipLayers(model / "encoder", settings.stack, Sight::Causal);
  m_norm = LayerNorm(model / "final_layer_norm", settings.stack.width, settings.stack.epsilon);
}

Result<std::shared_ptr<const ClipText>> ClipText::load(const weights::Component& component, const Placement& placement,
                                                       const WeightSource::Change& change) {
  return guarded("Loading the text encoder", [&] {
    const c10::InferenceMode inference;
    const auto settings = ClipTextSettings::read(ModelSettings(component.config, component.folder.string()));
    return std::make_shared<const ClipText>(WeightSource::of(component.weights, placement.forWidth(settings.stack.width)).changedBy(change),
                                            settings);
  });
}

ClipText::States ClipText::forward(const Tensor& ids, std::int64_t skipped) const {
  const c10::InferenceMode inference;
  requireInput(ids.dim() == 2 && ids.numel() > 0 && ids.size(1) <= m_settings.positions, m_owner, "texts of this length");
  const bool known = ids.min().item<std::int64_t>() >= 0 && ids.max().item<std::int64_t>() < m_settings.vocabulary;
  requireInput(known, m_owner, "all the words that the tokenizer knows");
  const Tensor placed = ids.to(m_placement.device, at::kLong);
  Tensor x = at::embedding(m_tokens, placed) + m_positions.slice(0, 0, placed.size(1));
  for (std::size_t i = 0; i + static_cast<std::size_t>(skipped) < m_layers.size(); ++i) x = m_layers[i](x);
  const Tensor last = m_norm(x);
  const Tensor end = ends(placed, m_settings.endId).view({-1, 1, 1}).expand({-1, 1, last.size(2)});
  return {last, last.gather(1, end).squeeze(1)};
}

}  // namespace retailor::neural
