#include "core/neural/models/segformer.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

#include "core/neural/layers/activation.h"
#include "core/neural/layers/attention.h"
#include "core/neural/layers/channels_last.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

constexpr double kBatchNormEpsilon = 1e-5;

ConvolutionOptions shrinking(const SegformerStage& stage) {
  return {.in = stage.width, .out = stage.width, .side = stage.reduction, .stride = stage.reduction, .padding = 0};
}

ConvolutionOptions patching(const SegformerStage& stage) {
  return {.in = stage.in, .out = stage.width, .side = stage.patch, .stride = stage.stride, .padding = stage.patch / 2};
}

std::int64_t widestOf(const SegformerSettings& settings) {
  std::int64_t widest = settings.decoderWidth;
  for (const SegformerStage& stage : settings.stages) widest = std::max(widest, stage.width);
  return widest;
}

// A matrix of our own making as a layer.
Linear linearOf(const Tensor& weight, const WeightSource& like) {
  const WeightSource made([&](const std::string&, at::IntArrayRef) { return weight; }, like.placement(), like.owner());
  return {made, weight.size(1), weight.size(0), Bias::Without};
}

Tensor enlarged(const Tensor& map, const Tensor& to) {
  if (map.size(2) == to.size(2) && map.size(3) == to.size(3)) return map;
  return at::upsample_bilinear2d(map, {to.size(2), to.size(3)}, /*align_corners=*/false);
}

}  // namespace

ReducedAttention::ReducedAttention(const WeightSource& source, const SegformerStage& stage)
    : m_stage(stage),
      m_operators(source.placement().operators),
      m_query(source / "self" / "query", stage.width, stage.width),
      m_key(source / "self" / "key", stage.width, stage.width),
      m_value(source / "self" / "value", stage.width, stage.width),
      m_out(source / "output" / "dense", stage.width, stage.width) {
  if (stage.reduction == 1) return;
  m_shrink = Convolution(source / "self" / "sr", shrinking(stage));
  m_shrunk = LayerNorm(source / "self" / "layer_norm", stage.width);
}

Tensor ReducedAttention::addedTo(const Tensor& residual, const Tensor& x, std::int64_t height, std::int64_t width) const {
  const Tensor seen = m_stage.reduction == 1 ? x : m_shrunk(pixelRows(m_shrink(mapOfRows(x, height, width))));
  return m_out.addedTo(residual, attend(m_query(x), m_key(seen), m_value(seen), m_stage.heads, {.operators = m_operators}));
}

MixFeedForward::MixFeedForward(const WeightSource& source, const SegformerStage& stage) {
  const std::int64_t hidden = stage.width * stage.ratio;
  m_widen = Linear(source / "dense1", stage.width, hidden);
  const WeightSource filters = source / "dwconv" / "dwconv";
  m_filters = filters.take("weight", {hidden, 1, 3, 3});
  m_shift = filters.take("bias", {hidden});
  m_narrow = Linear(source / "dense2", hidden, stage.width);
}

Tensor MixFeedForward::addedTo(const Tensor& residual, const Tensor& x, std::int64_t height, std::int64_t width) const {
  const Tensor map = mapOfRows(m_widen(x), height, width);
  const Tensor mixed = at::conv2d(map, m_filters, m_shift, /*stride=*/1, /*padding=*/1, /*dilation=*/1, /*groups=*/m_filters.size(0));
  return m_narrow.addedTo(residual, activate(pixelRows(mixed), Activation::Gelu));
}

Segformer::Segformer(const WeightSource& source, const SegformerSettings& settings) : m_settings(settings), m_owner(source.owner()) {
  const WeightSource encoder = source / "segformer" / "encoder";
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const SegformerStage& sizes = settings.stages[i];
    const auto index = static_cast<std::int64_t>(i);
    const WeightSource patches = encoder / "patch_embeddings" / index;
    Stage stage{Convolution(patches / "proj", patching(sizes)),
                LayerNorm(patches / "layer_norm", sizes.width),
                LayerNorm(encoder / "layer_norm" / index, sizes.width),
                {}};
    for (std::int64_t j = 0; j < sizes.depth; ++j) {
      const WeightSource block = encoder / "block" / index / j;
      stage.blocks.push_back({LayerNorm(block / "layer_norm_1", sizes.width), LayerNorm(block / "layer_norm_2", sizes.width),
                              ReducedAttention(block / "attention", sizes), MixFeedForward(block / "mlp", sizes)});
    }
    m_stages.push_back(std::move(stage));
  }
  addDecoder(source / "decode_head");
}

// Enlarging a map and mixing its channels may change places, so all that is linear between a stage's map and the ReLU is one matrix a
// stage, applied before enlarging: a thirtieth of the multiplications that the layers take one after the other. Made in F64.
void Segformer::addDecoder(const WeightSource& head) {
  const std::int64_t width = m_settings.decoderWidth, count = static_cast<std::int64_t>(m_settings.stages.size());
  const WeightSource norm = head / "batch_norm";
  const auto exact = [&](const WeightSource& layer, const char* name, at::IntArrayRef shape) {
    return layer.lent(name, shape).to(at::kDouble);
  };
  const Tensor scale = exact(norm, "weight", {width}) / (exact(norm, "running_var", {width}) + kBatchNormEpsilon).sqrt();
  Tensor shift = exact(norm, "bias", {width}) - scale * exact(norm, "running_mean", {width});
  const Tensor fuse = exact(head / "linear_fuse", "weight", {width, width * count, 1, 1}).view({width, width * count}) * scale.unsqueeze(1);
  for (std::int64_t i = 0; i < count; ++i) {
    const WeightSource linear = head / "linear_c" / i / "proj";
    const std::int64_t in = m_settings.stages[static_cast<std::size_t>(i)].width;
    const Tensor share = fuse.narrow(1, (count - 1 - i) * width, width);  // the deepest stage comes first
    shift += share.mv(exact(linear, "bias", {width}));
    m_unify.push_back(linearOf(share.mm(exact(linear, "weight", {width, in})), head));
  }
  m_shift = shift.view({1, width, 1, 1}).to(head.placement().device, head.placement().type);
  m_classifier = Convolution(head / "classifier", {.in = width, .out = m_settings.classes, .side = 1, .padding = 0});
}

Result<std::shared_ptr<const Segformer>> Segformer::load(const weights::WeightMap& weights, const SegformerSettings& settings,
                                                         Placement placement) {
  return guarded("Loading the human parser", [&] {
    const c10::InferenceMode inference;
    return std::make_shared<const Segformer>(WeightSource::of(weights, placement.forWidth(widestOf(settings))), settings);
  });
}

Tensor Segformer::decoded(const std::vector<Tensor>& maps) const {
  Tensor sum = m_shift.expand({maps.front().size(0), -1, maps.front().size(2), maps.front().size(3)});
  for (std::size_t i = 0; i < maps.size(); ++i) {
    const Tensor unified = mapOfRows(m_unify[i](pixelRows(maps[i])), maps[i].size(2), maps[i].size(3));
    sum = sum + enlarged(unified, maps.front());
  }
  return m_classifier(sum.relu_());
}

Tensor Segformer::logits(const Tensor& pixels, const Heard& heard) const {
  const c10::InferenceMode inference;
  requireInput(pixels.dim() == 4 && pixels.size(1) == 3 && pixels.numel() > 0, m_owner, "pictures that are not of three colours");
  const std::int64_t all = m_settings.blocks() + 1;
  std::int64_t done = 0;
  const auto goesOn = [&] { return !heard || heard(++done, all); };
  Tensor map = pixels;
  std::vector<Tensor> maps;
  for (const Stage& stage : m_stages) {
    map = stage.patches(map);
    const std::int64_t height = map.size(2), width = map.size(3);
    Tensor x = stage.patchNorm(pixelRows(map));
    for (const Block& block : stage.blocks) {
      x = block.attention.addedTo(x, block.before(x), height, width);
      x = block.feedForward.addedTo(x, block.after(x), height, width);
      if (!goesOn()) return {};
    }
    map = mapOfRows(stage.norm(x), height, width);
    maps.push_back(map);
  }
  const Tensor logits = decoded(maps);
  return goesOn() ? logits : Tensor();
}

}  // namespace retailor::neural
