#include "core/neural/models/unet.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {

using at::Tensor;

// The order of the file: transformer blocks are counted down, up, middle, whatever the order in which they run.
Unet::Unet(const WeightSource& source, const UnetSettings& settings, Extent extent)
    : m_settings(settings),
      m_owner(source.owner()),
      m_placement(source.placement()),
      m_time(source / "time_embedding", settings.levels.front().width, settings.timeWidth(), settings.timeCondition),
      m_in(source / "conv_in", {.in = settings.in, .out = settings.levels.front().width}) {
  const bool whole = extent == Extent::Whole;
  const std::size_t levels = settings.levels.size(), last = settings.lastLevelAttendingUp().value_or(levels);
  for (std::size_t i = 0; i < levels; ++i)
    m_down.emplace_back(source / "down_blocks" / static_cast<std::int64_t>(i), settings, i, m_transformerBlocks);
  for (std::size_t i = 0; i < levels; ++i)
    if (const std::size_t level = levels - 1 - i; whole || level >= last)
      m_up.emplace_back(source / "up_blocks" / static_cast<std::int64_t>(i), settings, level, m_transformerBlocks,
                        level == last ? extent : Extent::Whole);
  m_middle =
      std::make_unique<UnetMiddleBlock>(source / "mid_block", settings, m_transformerBlocks, last == levels ? extent : Extent::Whole);
  if (!whole) return;
  m_norm = GroupNorm(source / "conv_norm_out", settings.levels.front().width, settings.groups, settings.epsilon);
  m_out = Convolution(source / "conv_out", {.in = settings.levels.front().width, .out = settings.out});
}

Result<std::shared_ptr<const Unet>> Unet::load(const weights::Component& component, const Placement& placement,
                                               const WeightSource::Change& change, Extent extent) {
  return guarded("Loading the U-Net", [&] {
    const c10::InferenceMode inference;
    const auto settings = UnetSettings::read(ModelSettings(component.config, component.folder.string()));
    const Placement fitting = placement.forWidth(settings.widest());
    return std::make_shared<const Unet>(WeightSource::of(component.weights, fitting).changedBy(change), settings, extent);
  });
}

std::vector<const UnetTransformer*> Unet::transformers() const {
  std::vector<const UnetTransformer*> all;
  for (const auto& block : m_down)
    for (const auto& transformer : block.transformers()) all.push_back(&transformer);
  for (const auto& block : m_up)
    for (const auto& transformer : block.transformers()) all.push_back(&transformer);
  all.push_back(&m_middle->transformer());
  return all;
}

std::vector<const TransformerBlock*> Unet::transformerBlocks() const {
  std::vector<const TransformerBlock*> all;
  for (const auto* each : transformers())
    for (const auto& block : each->transformer.blocks()) all.push_back(&block);
  return all;
}

std::vector<std::string> Unet::transformerNames() const {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& part, std::size_t attention, const UnetTransformer& each) {
    for (std::size_t block = 0; block < each.transformer.blocks().size(); ++block)
      names.push_back(part + ".attentions." + std::to_string(attention) + ".transformer_blocks." + std::to_string(block));
  };
  const auto addAll = [&add](const std::string& side, const auto& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i)
      for (std::size_t j = 0; j < blocks[i].transformers().size(); ++j) add(side + "." + std::to_string(i), j, blocks[i].transformers()[j]);
  };
  addAll("down_blocks", m_down);
  addAll("up_blocks", m_up);
  add("mid_block", 0, m_middle->transformer());
  return names;
}

std::vector<std::int64_t> Unet::transformerWidths() const {
  std::vector<std::int64_t> widths;
  for (const auto* each : transformers()) widths.insert(widths.end(), each->transformer.blocks().size(), each->transformer.width());
  return widths;
}

UnetContext Unet::contextOf(const Tensor& tokens) const {
  const c10::InferenceMode inference;
  if (!tokens.defined()) return {.layers = std::vector<LayerTokens>(m_transformerBlocks), .references = {}, .addedMap = {}};
  requireInput(tokens.dim() == 3 && tokens.size(2) == m_settings.outside, m_owner, "the tokens that it is to look at");
  const Tensor placed = tokens.to(m_placement.device, m_placement.type);
  UnetContext context;
  for (const auto* block : transformerBlocks())
    context.layers.push_back(block->extent() == Extent::Whole ? LayerTokens{block->project(placed)} : LayerTokens());
  return context;
}

std::size_t Unet::transformersDown() const {
  std::size_t count = 0;
  for (const auto& block : m_down)
    for (const auto& each : block.transformers()) count += each.transformer.blocks().size();
  return count;
}

std::pair<Tensor, Tensor> Unet::projectForSelfAttention(std::size_t index, const Tensor& tokens) const {
  const c10::InferenceMode inference;
  return transformerBlocks().at(index)->selfAttention().project(tokens.to(m_placement.device, m_placement.type));
}

void Unet::requireFit(const Tensor& sample, const Tensor& times, const UnetContext& context) const {
  requireInput(sample.dim() == 4 && sample.size(1) == m_settings.in && sample.numel() > 0, m_owner, "a latent of these channels");
  const std::int64_t batch = sample.size(0);
  requireInput(times.numel() == 1 || times.numel() == batch, m_owner, "so many timesteps");
  for (const LayerTokens& layer : context.layers)
    for (const AttendedTokens& tokens : layer)
      requireInput(tokens.keys.size(0) == 1 || tokens.keys.size(0) == batch, m_owner, "so many texts for its latents");
  requireInput(context.references.empty() || context.references.size() == m_transformerBlocks, m_owner,
               "references read by another network");
  const Tensor& added = context.addedMap;
  requireInput(
      !added.defined() || (added.dim() == 4 && added.size(1) == m_settings.levels.front().width && added.size(2) == sample.size(2) &&
                           added.size(3) == sample.size(3) && (added.size(0) == 1 || added.size(0) == batch)),
      m_owner, "a pose of the latent's size and of its own width");
}

UnetPass Unet::passAt(const Tensor& times, std::int64_t batch, const UnetContext& context, const Tensor& guidance) const {
  Tensor each = times.to(m_placement.device).reshape({-1});
  // One time is embedded once; with plain operators for each latent, as the reference does it.
  if (m_placement.isPlain()) each = each.expand({batch});
  const Tensor waves = timeWaves(each, m_settings.waves).to(m_placement.type);
  return {.time = activate(m_time(waves, guidance), Activation::Silu),
          .tokens = context.layers,
          .skipped = {},
          .references = context.references.empty() ? nullptr : context.references.data(),
          .added = context.addedMap};
}

Tensor Unet::through(const Tensor& sample, UnetPass& pass) const {
  Tensor x = m_in(sample.to(m_placement.device, m_placement.type));
  if (pass.added.defined()) x = x + pass.added.to(m_placement.device, m_placement.type);
  pass.skipped.push_back(x);
  for (const auto& block : m_down) x = block(x, pass);
  x = (*m_middle)(x, pass);
  for (const auto& block : m_up)
    if (x.defined()) x = block(x, pass);
  return x;
}

Tensor Unet::forward(const Tensor& sample, const Tensor& times, const UnetContext& context, const Tensor& guidance) const {
  const c10::InferenceMode inference;
  requireFit(sample, times, context);
  UnetPass pass = passAt(times, sample.size(0), context, guidance);
  return m_out(m_norm.silu(through(sample, pass))).contiguous();
}

std::vector<TappedTokens> Unet::tapped(const Tensor& sample, const Tensor& times, const UnetContext& context) const {
  const c10::InferenceMode inference;
  requireFit(sample, times, context);
  std::vector<TappedTokens> taps(m_transformerBlocks);
  UnetPass pass = passAt(times, sample.size(0), context, {});
  pass.taps = taps.data();
  through(sample, pass);
  return taps;
}

}  // namespace retailor::neural
