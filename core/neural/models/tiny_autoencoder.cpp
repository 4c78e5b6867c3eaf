#include "core/neural/models/tiny_autoencoder.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/neural/tensor/network_failure.h"

namespace retailor::neural {
namespace {

using at::Tensor;

std::int64_t onlyWidth(const ModelSettings& settings, const char* name) {
  const auto widths = settings.counts(name, {64, 64, 64, 64});
  for (const auto width : widths)
    if (width != widths.front()) settings.refuse(std::string("“") + name + "” holds different widths");
  return widths.front();
}

std::vector<TinyBlock> blocksOf(const WeightSource& layers, std::int64_t& index, std::int64_t count, std::int64_t width) {
  std::vector<TinyBlock> blocks;
  for (std::int64_t i = 0; i < count; ++i) blocks.emplace_back(layers / index++, width);
  return blocks;
}

Tensor through(const std::vector<TinyBlock>& blocks, Tensor x) {
  for (const auto& block : blocks) x = block(x);
  return x;
}

}  // namespace

TinyAutoencoderSettings TinyAutoencoderSettings::read(const ModelSettings& settings) {
  TinyAutoencoderSettings read;
  read.in = settings.count("in_channels", 3);
  read.out = settings.count("out_channels", 3);
  read.latent = settings.count("latent_channels", 4);
  read.width = onlyWidth(settings, "encoder_block_out_channels");
  if (onlyWidth(settings, "decoder_block_out_channels") != read.width) settings.refuse("its encoder and decoder differ in width");
  read.enlarging = settings.count("upsampling_scaling_factor", 2);
  read.encoderBlocks = settings.counts("num_encoder_blocks", {1, 3, 3, 3});
  read.decoderBlocks = settings.counts("num_decoder_blocks", {3, 3, 3, 1});
  settings.require("act_fn", "relu");
  settings.require("upsample_fn", "nearest");
  return read;
}

TinyBlock::TinyBlock(const WeightSource& source, std::int64_t width)
    : m_first(source / "conv" / 0, {.in = width, .out = width}),
      m_second(source / "conv" / 2, {.in = width, .out = width}),
      m_third(source / "conv" / 4, {.in = width, .out = width}) {}

Tensor TinyBlock::operator()(const Tensor& x) const { return m_third.addedTo(x, m_second(m_first(x).relu_()).relu_()).relu_(); }

// Layers are counted through the whole half, as they lie in the file: rectifiers and enlargements count too.
TinyAutoencoder::TinyAutoencoder(const WeightSource& source, const TinyAutoencoderSettings& settings)
    : m_settings(settings), m_owner(source.owner()), m_placement(source.placement()) {
  const std::int64_t width = settings.width;
  const WeightSource in = source / "encoder" / "layers", out = source / "decoder" / "layers";
  std::int64_t index = 0;
  for (std::size_t i = 0; i < settings.encoderBlocks.size(); ++i) {
    const ConvolutionOptions halving{.in = width, .out = width, .stride = 2, .bias = Bias::Without};
    Convolution convolution(in / index++, i == 0 ? ConvolutionOptions{.in = settings.in, .out = width} : halving);
    m_encoder.push_back({std::move(convolution), blocksOf(in, index, settings.encoderBlocks[i], width)});
  }
  m_encoderOut = Convolution(in / index, {.in = width, .out = settings.latent});
  index = 0;
  for (std::size_t i = 0; i < settings.decoderBlocks.size(); ++i) {
    const ConvolutionOptions plain{.in = width, .out = width, .bias = Bias::Without};
    Convolution convolution(out / index, i == 0 ? ConvolutionOptions{.in = settings.latent, .out = width} : plain);
    index += i == 0 ? 2 : 1;  // the rectifier
    m_decoder.push_back({std::move(convolution), blocksOf(out, index, settings.decoderBlocks[i], width)});
    if (i + 1 < settings.decoderBlocks.size()) ++index;  // the enlargement
  }
  m_decoderOut = Convolution(out / index, {.in = width, .out = settings.out});
}

Result<std::shared_ptr<const TinyAutoencoder>> TinyAutoencoder::load(const weights::Component& component, const Placement& placement) {
  return guarded("Loading the preview decoder", [&] {
    const c10::InferenceMode inference;
    const auto settings = TinyAutoencoderSettings::read(ModelSettings(component.config, component.folder.string()));
    return std::make_shared<const TinyAutoencoder>(WeightSource::of(component.weights, placement), settings);
  });
}

Tensor TinyAutoencoder::encode(const Tensor& picture) const {
  const c10::InferenceMode inference;
  requireInput(picture.dim() == 4 && picture.size(1) == m_settings.in && picture.numel() > 0, m_owner, "a picture of these channels");
  Tensor x = picture.to(m_placement.device, m_placement.type).add(1).div(2);
  for (const auto& level : m_encoder) x = through(level.blocks, level.convolution(x));
  return m_encoderOut(x).contiguous();
}

Tensor TinyAutoencoder::decode(const Tensor& latent) const {
  const c10::InferenceMode inference;
  requireInput(latent.dim() == 4 && latent.size(1) == m_settings.latent && latent.numel() > 0, m_owner, "a latent of these channels");
  constexpr double largest = 3;
  Tensor x = at::tanh(latent.to(m_placement.device, m_placement.type) / largest) * largest;
  for (std::size_t i = 0; i < m_decoder.size(); ++i) {
    if (i > 0) x = at::upsample_nearest2d(x, {x.size(2) * m_settings.enlarging, x.size(3) * m_settings.enlarging});
    x = m_decoder[i].convolution(x);
    x = through(m_decoder[i].blocks, i == 0 ? x.relu_() : x);
  }
  return m_decoderOut(x).mul(2).sub(1).contiguous();
}

}  // namespace retailor::neural
