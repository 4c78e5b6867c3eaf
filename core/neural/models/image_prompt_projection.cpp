#include "core/neural/models/image_prompt_projection.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/neural/layers/activation.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

constexpr std::int64_t tokensOfAnEmbedding = 4;
constexpr std::int64_t headWidth = 64;

std::int64_t sizeOf(const weights::WeightMap& file, const std::string& name, std::size_t axis) {
  const weights::TensorView* view = file.find("image_proj." + name);
  if (view == nullptr || view->shape.size() <= axis)
    throw RefusedModel("The file " + file.file.string() + " is not an IP-Adapter that Retailor knows: image_proj." + name +
                       " is not in it. Choose an IP-Adapter for Stable Diffusion 1.5.");
  return view->shape[axis];
}

bool holds(const weights::WeightMap& file, const std::string& name) { return file.find("image_proj." + name) != nullptr; }

std::int64_t tokenWidth(const weights::WeightMap& file) {
  if (holds(file, "proj.weight")) return sizeOf(file, "proj.weight", 0) / tokensOfAnEmbedding;
  return holds(file, "proj.3.weight") ? sizeOf(file, "proj.3.weight", 0) : sizeOf(file, "proj_out.weight", 0);
}

ResamplerOptions resamplerOf(const weights::WeightMap& file) {
  ResamplerOptions options;
  options.in = sizeOf(file, "proj_in.weight", 1);
  options.width = sizeOf(file, "latents", 2);
  options.out = tokenWidth(file);
  options.tokens = sizeOf(file, "latents", 1);
  options.heads = sizeOf(file, "layers.0.0.to_q.weight", 0) / headWidth;
  options.hidden = sizeOf(file, "layers.0.1.1.weight", 0);
  for (options.layers = 1; holds(file, "layers." + std::to_string(options.layers) + ".0.to_q.weight");) ++options.layers;
  return options;
}

}  // namespace

ImagePromptProjection::ImagePromptProjection(const weights::WeightMap& file, const Placement& placement)
    : m_owner(file.file.string()), m_placement(placement.forWidth(tokenWidth(file))) {
  const WeightSource source = WeightSource::of(file, m_placement) / "image_proj";
  if (holds(file, "proj.weight")) {
    const std::int64_t width = tokenWidth(file);
    m_in = sizeOf(file, "proj.weight", 1);
    m_tokens = tokensOfAnEmbedding;
    m_first = Linear(source / "proj", m_in, m_tokens * width);
    m_norm = LayerNorm(source / "norm", width);
  } else if (holds(file, "proj.3.weight")) {
    const std::int64_t hidden = sizeOf(file, "proj.0.weight", 0), width = tokenWidth(file);
    m_in = sizeOf(file, "proj.0.weight", 1);
    m_input = Input::PenultimateStates;
    m_first = Linear(source / "proj" / 0, m_in, hidden);
    m_second = Linear(source / "proj" / 2, hidden, width);
    m_norm = LayerNorm(source / "proj" / 3, width);
  } else {
    m_input = Input::PenultimateStates;
    const ResamplerOptions options = resamplerOf(file);
    m_in = options.in;
    m_resampler.emplace(source, options);
  }
}

Result<std::shared_ptr<const ImagePromptProjection>> ImagePromptProjection::load(const weights::WeightMap& file,
                                                                                 const Placement& placement) {
  return guarded("Loading the IP-Adapter", [&] {
    const c10::InferenceMode inference;
    return std::make_shared<const ImagePromptProjection>(file, placement);
  });
}

Tensor ImagePromptProjection::tokens(const Tensor& seen) const {
  const c10::InferenceMode inference;
  const std::int64_t axes = m_input == Input::Embedding ? 1 : 2;
  requireInput(seen.dim() > axes - 1 && seen.size(-1) == m_in && seen.numel() > 0, m_owner, "what this image encoder sees");
  const Tensor placed = seen.to(m_placement.device, m_placement.type);
  if (m_second) return m_norm(m_second(activate(m_first(placed), Activation::Gelu)));
  if (!m_resampler) return m_norm(m_first(placed).unflatten(-1, {m_tokens, -1}));
  auto shape = placed.sizes().vec();
  const Tensor tokens = (*m_resampler)(placed.reshape({-1, placed.size(-2), placed.size(-1)}));
  shape[shape.size() - 2] = tokens.size(1);
  shape.back() = tokens.size(2);
  return tokens.view(shape);
}

}  // namespace retailor::neural
