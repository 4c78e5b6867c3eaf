#include "core/neural/models/unet_blocks.h"

#include <ATen/ATen.h>

namespace retailor::neural {
namespace {

using at::Tensor;

UnetTransformer transformerOf(const WeightSource& source, const UnetSettings& settings, const UnetLevel& level,
                              std::size_t& transformerBlocks, Extent extent = Extent::Whole) {
  UnetTransformer made{SpatialTransformer(source, settings.transformer(level), extent), transformerBlocks};
  transformerBlocks += static_cast<std::size_t>(level.transformerBlocks);
  return made;
}

// The width of the map that residual block `j` of the way up joins to its own: those the way down left, from the last to the first.
std::int64_t skippedWidth(const UnetSettings& settings, std::size_t level, std::int64_t j) {
  const auto& levels = settings.levels;
  const bool fromAbove = j == levels[level].residuals;
  return fromAbove ? levels[level == 0 ? 0 : level - 1].width : levels[level].width;
}

Tensor taken(std::vector<Tensor>& skipped) {
  Tensor last = std::move(skipped.back());
  skipped.pop_back();
  return last;
}

}  // namespace

Tensor UnetTransformer::operator()(const Tensor& x, const UnetPass& pass) const {
  return transformer(x, {.tokens = pass.tokens.data() + first,
                         .references = pass.references != nullptr ? pass.references + first : nullptr,
                         .taps = pass.taps != nullptr ? pass.taps + first : nullptr,
                         .endsTapped = pass.taps != nullptr && last});
}

UnetDownBlock::UnetDownBlock(const WeightSource& source, const UnetSettings& settings, std::size_t level, std::size_t& transformerBlocks) {
  const UnetLevel& own = settings.levels[level];
  std::int64_t in = settings.levels[level == 0 ? 0 : level - 1].width;
  for (std::int64_t j = 0; j < own.residuals; ++j, in = own.width) {
    m_residuals.emplace_back(source / "resnets" / j, settings.residual(in, own.width, level));
    if (own.attendsDown) m_transformers.push_back(transformerOf(source / "attentions" / j, settings, own, transformerBlocks));
  }
  if (level + 1 < settings.levels.size())
    m_downsampler.emplace(source / "downsamplers" / 0, own.width,
                          settings.padsDownsampling ? ZeroEdge::Everywhere : ZeroEdge::RightAndBottom);
}

Tensor UnetDownBlock::operator()(Tensor x, UnetPass& pass) const {
  for (std::size_t j = 0; j < m_residuals.size(); ++j) {
    x = m_residuals[j](x, pass.time);
    if (!m_transformers.empty()) x = m_transformers[j](x, pass);
    pass.skipped.push_back(x);
  }
  if (!m_downsampler) return x;
  pass.skipped.push_back((*m_downsampler)(x));
  return pass.skipped.back();
}

UnetMiddleBlock::UnetMiddleBlock(const WeightSource& source, const UnetSettings& settings, std::size_t& transformerBlocks, Extent extent)
    : m_before(source / "resnets" / 0,
               settings.residual(settings.levels.back().width, settings.levels.back().width, settings.levels.size() - 1)),
      m_transformer(transformerOf(source / "attentions" / 0, settings, settings.levels.back(), transformerBlocks, extent)) {
  m_transformer.last = !settings.lastLevelAttendingUp();
  if (extent == Extent::Whole)
    m_after.emplace(source / "resnets" / 1,
                    settings.residual(settings.levels.back().width, settings.levels.back().width, settings.levels.size() - 1));
}

Tensor UnetMiddleBlock::operator()(const Tensor& x, const UnetPass& pass) const {
  const Tensor h = m_transformer(m_before(x, pass.time), pass);
  return h.defined() ? (*m_after)(h, pass.time) : h;
}

UnetUpBlock::UnetUpBlock(const WeightSource& source, const UnetSettings& settings, std::size_t level, std::size_t& transformerBlocks,
                         Extent extent) {
  const UnetLevel& own = settings.levels[level];
  std::int64_t in = settings.levels[std::min(level + 1, settings.levels.size() - 1)].width;
  for (std::int64_t j = 0; j <= own.residuals; ++j, in = own.width) {
    m_residuals.emplace_back(source / "resnets" / j, settings.residual(in + skippedWidth(settings, level, j), own.width, level));
    if (own.attendsUp)
      m_transformers.push_back(
          transformerOf(source / "attentions" / j, settings, own, transformerBlocks, j == own.residuals ? extent : Extent::Whole));
  }
  if (own.attendsUp) m_transformers.back().last = settings.lastLevelAttendingUp() == level;
  if (level > 0 && extent == Extent::Whole) m_upsampler.emplace(source / "upsamplers" / 0, own.width, UnetSettings::mapsOf(level - 1));
}

Tensor UnetUpBlock::operator()(Tensor x, UnetPass& pass) const {
  for (std::size_t j = 0; j < m_residuals.size(); ++j) {
    x = m_residuals[j](at::cat({x, taken(pass.skipped)}, 1), pass.time);
    if (!m_transformers.empty()) x = m_transformers[j](x, pass);
    if (!x.defined()) return x;
  }
  if (!m_upsampler) return x;
  // To the very size of the map that is joined next: twice as large, or one less where the way down met an odd side.
  const Tensor& next = pass.skipped.back();
  return (*m_upsampler)(x, next.size(2), next.size(3));
}

}  // namespace retailor::neural
