#include "core/neural/models/autoencoder_halves.h"

#include "core/neural/layers/channels_last.h"

namespace retailor::neural {
namespace {

using at::Tensor;

AutoencoderLevel encoderLevel(const WeightSource& source, const AutoencoderSettings& settings, std::size_t level) {
  AutoencoderLevel made;
  const std::int64_t width = settings.widths[level];
  std::int64_t in = settings.widths[level == 0 ? 0 : level - 1];
  for (std::int64_t j = 0; j < settings.residuals; ++j, in = width)
    made.residuals.emplace_back(source / "resnets" / j, settings.residual(in, width));
  if (level + 1 < settings.widths.size()) made.downsampler.emplace(source / "downsamplers" / 0, width, ZeroEdge::RightAndBottom);
  return made;
}

// `level` counts as on the way in.
AutoencoderLevel decoderLevel(const WeightSource& source, const AutoencoderSettings& settings, std::size_t level) {
  AutoencoderLevel made;
  const std::int64_t width = settings.widths[level];
  std::int64_t in = settings.widths[std::min(level + 1, settings.widths.size() - 1)];
  for (std::int64_t j = 0; j <= settings.residuals; ++j, in = width)
    made.residuals.emplace_back(source / "resnets" / j, settings.residual(in, width));
  if (level > 0) made.upsampler.emplace(source / "upsamplers" / 0, width, MapSize::Large);
  return made;
}

}  // namespace

AutoencoderMiddle::AutoencoderMiddle(const WeightSource& source, const AutoencoderSettings& settings)
    : m_before(source / "resnets" / 0, settings.residual(settings.widths.back(), settings.widths.back())),
      m_after(source / "resnets" / 1, settings.residual(settings.widths.back(), settings.widths.back())),
      m_isPlain(source.placement().isPlain()) {
  if (!settings.attends) return;
  const WeightSource attention = source / "attentions" / 0;
  m_norm = GroupNorm(attention / "group_norm", settings.widths.back(), settings.groups, 1e-6);
  m_attention.emplace(attention, AttentionOptions{.width = settings.widths.back(), .heads = 1, .bias = Bias::With});
}

Tensor AutoencoderMiddle::attended(const Tensor& x) const {
  if (!m_isPlain) return mapOfRows(m_attention->addedTo(pixelRows(x), pixelRows(m_norm(x))), x.size(2), x.size(3));
  return m_attention->addedTo(rowsInPlace(x), rowsInPlace(m_norm(x))).transpose(1, 2).reshape(x.sizes());
}

Tensor AutoencoderMiddle::operator()(const Tensor& x) const {
  const Tensor h = m_before(x, {});
  return m_after(m_attention ? attended(h) : h, {});
}

Tensor AutoencoderLevel::operator()(Tensor x) const {
  for (const auto& residual : residuals) x = residual(x, {});
  if (downsampler) return (*downsampler)(x);
  return upsampler ? (*upsampler)(x, 2 * x.size(2), 2 * x.size(3)) : x;
}

AutoencoderEncoder::AutoencoderEncoder(const WeightSource& source, const AutoencoderSettings& settings)
    : m_in(source / "conv_in", {.in = settings.in, .out = settings.widths.front()}),
      m_middle(source / "mid_block", settings),
      m_norm(source / "conv_norm_out", settings.widths.back(), settings.groups, 1e-6),
      m_out(source / "conv_out", {.in = settings.widths.back(), .out = 2 * settings.latent}) {
  for (std::size_t i = 0; i < settings.widths.size(); ++i)
    m_levels.push_back(encoderLevel(source / "down_blocks" / static_cast<std::int64_t>(i), settings, i));
}

Tensor AutoencoderEncoder::operator()(const Tensor& picture) const {
  Tensor x = m_in(picture);
  for (const auto& level : m_levels) x = level(x);
  return m_out(m_norm.silu(m_middle(x)));
}

AutoencoderDecoder::AutoencoderDecoder(const WeightSource& source, const AutoencoderSettings& settings)
    : m_in(source / "conv_in", {.in = settings.latent, .out = settings.widths.back()}),
      m_middle(source / "mid_block", settings),
      m_norm(source / "conv_norm_out", settings.widths.front(), settings.groups, 1e-6),
      m_out(source / "conv_out", {.in = settings.widths.front(), .out = settings.out}) {
  const std::size_t levels = settings.widths.size();
  for (std::size_t i = 0; i < levels; ++i)
    m_levels.push_back(decoderLevel(source / "up_blocks" / static_cast<std::int64_t>(i), settings, levels - 1 - i));
}

Tensor AutoencoderDecoder::operator()(const Tensor& latent) const {
  Tensor x = m_middle(m_in(latent));
  for (const auto& level : m_levels) x = level(x);
  return m_out(m_norm.silu(x));
}

}  // namespace retailor::neural
