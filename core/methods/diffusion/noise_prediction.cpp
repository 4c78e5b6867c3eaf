#include "core/methods/diffusion/noise_prediction.h"

#include <ATen/ATen.h>

#include <optional>

#include "core/neural/layers/attention_slices.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;

constexpr std::int64_t kSlice = 512;  // queries at a time

Tensor pairOf(const Tensor& unconditional, const Tensor& conditional) {
  return conditional.defined() ? at::cat({unconditional, conditional}) : conditional;
}

Tensor behind(const Tensor& latent, const Tensor& channels) {
  return channels.defined() ? at::cat({latent, channels.to(latent.device())}, 1) : latent;
}

}  // namespace

Tensor NoisePrediction::words(Branch branch) const {
  const PromptTokens& tokens = m_conditions.words;
  if (branch == Branch::Pair) return pairOf(tokens.unconditional, tokens.conditional);
  return branch == Branch::Conditional ? tokens.conditional : tokens.unconditional;
}

// What the network is given in a branch.
Tensor NoisePrediction::seen(const Tensor& latent, Branch branch) const {
  const Tensor& without = m_conditions.unconditionalChannels.defined() ? m_conditions.unconditionalChannels : m_conditions.channels;
  if (branch == Branch::Pair) return pairOf(behind(latent, without), behind(latent, m_conditions.channels));
  return behind(latent, branch == Branch::Conditional ? m_conditions.channels : without);
}

void NoisePrediction::forget() {
  m_contexts.clear();
  m_prompt.reset();
  m_unet.reset();
}

Result<void> NoisePrediction::prepare() {
  const auto unet = m_networks.unet();
  if (!unet) return unet.failure();
  if (*unet == m_unet) return {};
  forget();
  m_unet = *unet;
  if (m_conditions.pictures.sets.empty()) return {};
  const auto prompt = neural::ImagePrompt::load(m_conditions.pictures.adapter, *m_unet);
  if (!prompt) return prompt.failure();
  m_prompt = *prompt;
  return {};
}

Result<void> NoisePrediction::addPictures(neural::UnetContext& context, Branch branch) {
  for (const PictureTokens::Set& set : m_conditions.pictures.sets) {
    neural::PicturePrompt prompt{{}, {}, set.scale};
    for (std::size_t i = 0; i < set.conditional.size(); ++i) {
      if (branch == Branch::Pair) prompt.tokens.push_back(pairOf(set.unconditional[i], set.conditional[i]));
      if (branch == Branch::Conditional) prompt.tokens.push_back(set.conditional[i]);
      if (branch == Branch::Unconditional) prompt.tokens.push_back(set.unconditional[i]);
    }
    m_prompt->addTo(context, prompt);
  }
  return {};
}

Result<neural::UnetContext*> NoisePrediction::context(Branch branch) {
  const auto kept = m_contexts.find(branch);
  if (kept != m_contexts.end()) return &kept->second;
  neural::UnetContext context = m_unet->contextOf(words(branch));
  if (const Result<void> added = addPictures(context, branch); !added) return added.failure();
  if (const Tensor& pose = m_conditions.pictures.poseMap; pose.defined())
    context.addedMap = pose.to(m_unet->placement().device, m_unet->placement().type);
  return &m_contexts.emplace(branch, std::move(context)).first->second;
}

// Of a pair the second row is the conditional one.
Result<void> NoisePrediction::showRegions(neural::UnetContext& context, const Tensor& timestep, Branch branch) {
  if (!m_conditions.pictures.regions || branch == Branch::Unconditional) return {};
  return m_conditions.pictures.regions->show(context, m_unet, timestep, branch == Branch::Pair ? 1 : 0);
}

Result<Tensor> NoisePrediction::forward(const Tensor& latent, const Tensor& timestep, Branch branch) {
  const auto tokens = context(branch);
  if (!tokens) return tokens.failure();
  if (const Result<void> shown = showRegions(**tokens, timestep, branch); !shown) return shown.failure();
  Tensor guidance;
  if (m_unet->settings().timeCondition > 0)
    guidance = neural::guidanceEmbedding(m_conditions.guidance.scale, m_unet->settings().timeCondition)
                   .to(m_unet->placement().device, m_unet->placement().type);
  return m_unet->forward(seen(latent, branch), timestep, **tokens, guidance).to(at::kFloat);
}

Result<Tensor> NoisePrediction::computed(const Tensor& latent, const Tensor& timestep, bool guided) {
  if (const Result<void> ready = prepare(); !ready) return ready.failure();
  std::optional<neural::AttentionSlices> slices;
  if (m_ladder.plan().slicedAttention) slices.emplace(kSlice);
  if (!guided) return forward(latent, timestep, Branch::Conditional);
  if (!m_ladder.plan().guidanceInTwoCalls) {
    const Result<Tensor> both = forward(latent, timestep, Branch::Pair);
    if (!both) return both;
    const auto halves = both->chunk(2);
    return neural::guided(halves[0], halves[1], m_conditions.guidance.scale);
  }
  m_contexts.erase(Branch::Pair);
  const Result<Tensor> without = forward(latent, timestep, Branch::Unconditional);
  if (!without) return without;
  const Result<Tensor> with = forward(latent, timestep, Branch::Conditional);
  if (!with) return with;
  return neural::guided(*without, *with, m_conditions.guidance.scale);
}

Result<Tensor> NoisePrediction::answer(const Tensor& latent, const Tensor& timestep, bool guided) {
  const auto release = [this] {
    forget();
    if (m_conditions.pictures.regions) m_conditions.pictures.regions->forget();
    m_networks.release();
  };
  return m_ladder.attempt(
      Stage::Denoising, "Drawing", [&] { return computed(latent, timestep, guided); }, release);
}

Result<Tensor> NoisePrediction::operator()(const Tensor& latent, const Tensor& timestep, int index, int count) {
  const bool guided = m_conditions.guidance.at(index, count) && canBeGuided();
  Result<Tensor> result = answer(latent, timestep, guided);
  if (!result || result->isfinite().all().item<bool>()) return result;
  if (!m_networks.unetIsHalf()) return m_networks.damaged("unet");
  m_say("Half precision overflowed at step " + std::to_string(index + 1) + ": going on in fp32.");
  forget();
  m_networks.makeUnetPrecise();
  result = answer(latent, timestep, guided);
  if (result && !result->isfinite().all().item<bool>()) return m_networks.damaged("unet");
  return result;
}

}  // namespace retailor::diffusion
