#include "core/neural/models/autoencoder_settings.h"

#include <algorithm>

namespace retailor::neural {
namespace {

void requireBlocks(const ModelSettings& settings, const char* name, const std::string& type, std::size_t count) {
  const auto blocks = settings.words(name, std::vector<std::string>(count, type));
  if (blocks.size() != count || std::any_of(blocks.begin(), blocks.end(), [&](const std::string& block) { return block != type; }))
    settings.refuse(std::string("“") + name + "” is not “" + type + "” for each width");
}

}  // namespace

AutoencoderSettings AutoencoderSettings::read(const ModelSettings& settings) {
  AutoencoderSettings read;
  read.in = settings.count("in_channels", 3);
  read.out = settings.count("out_channels", 3);
  read.latent = settings.count("latent_channels", 4);
  read.widths = settings.counts("block_out_channels", {128, 256, 512, 512});
  read.residuals = settings.count("layers_per_block", 2);
  read.groups = settings.count("norm_num_groups", 32);
  read.sampleSize = settings.count("sample_size", 512);
  read.scaling = settings.real("scaling_factor", 0.18215);
  read.shift = settings.real("shift_factor", 0);
  read.attends = settings.flag("mid_block_add_attention", true);
  read.mixesMoments = settings.flag("use_quant_conv", true);
  read.mixesLatent = settings.flag("use_post_quant_conv", true);
  if (read.widths.size() > 8) settings.refuse("it has more than eight levels");
  // The size of a tile: at least a latent pixel, at most a large picture.
  if (read.sampleSize < read.factor() || read.sampleSize > 32768) settings.refuse("“sample_size” is no size of a picture");
  settings.require("_class_name", "AutoencoderKL");
  settings.require("act_fn", "silu");
  requireBlocks(settings, "down_block_types", "DownEncoderBlock2D", read.widths.size());
  requireBlocks(settings, "up_block_types", "UpDecoderBlock2D", read.widths.size());
  return read;
}

ResidualBlockOptions AutoencoderSettings::residual(std::int64_t blockIn, std::int64_t blockOut) const {
  return {.in = blockIn, .out = blockOut, .groups = groups, .epsilon = 1e-6, .time = 0, .maps = MapSize::Large};
}

}  // namespace retailor::neural
