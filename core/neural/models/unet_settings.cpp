#include "core/neural/models/unet_settings.h"

#include <algorithm>

namespace retailor::neural {
namespace {

constexpr std::int64_t mostSampleSize = 4096;  // latent pixels: 32768 of a picture

bool attends(const ModelSettings& settings, const std::string& type, const std::string& plain, const std::string& attending) {
  if (type != plain && type != attending) settings.refuse("it names the block “" + type + "”, which Retailor does not compute");
  return type == attending;
}

std::vector<UnetLevel> readLevels(const ModelSettings& settings) {
  const auto widths = settings.counts("block_out_channels", {320, 640, 1280, 1280});
  const auto down =
      settings.words("down_block_types", {"CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"});
  const auto up = settings.words("up_block_types", {"UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"});
  const std::size_t n = widths.size();
  if (down.size() != n || up.size() != n) settings.refuse("its lists of blocks and widths differ in length");
  const auto residuals = settings.countPerBlock("layers_per_block", 2, n);
  const auto heads = settings.countPerBlock("attention_head_dim", 8, n);  // a misnomer of old: it is the number of heads
  const auto transformerBlocks = settings.countPerBlock("transformer_layers_per_block", 1, n);
  std::vector<UnetLevel> levels;
  for (std::size_t i = 0; i < n; ++i) {
    levels.push_back({widths[i], residuals[i], heads[i], transformerBlocks[i],
                      attends(settings, down[i], "DownBlock2D", "CrossAttnDownBlock2D"),
                      attends(settings, up[n - 1 - i], "UpBlock2D", "CrossAttnUpBlock2D")});
  }
  return levels;
}

void requireWhatIsComputed(const ModelSettings& settings) {
  for (const char* name : {"only_cross_attention", "dual_cross_attention", "center_input_sample", "class_embeddings_concat",
                           "resnet_skip_time_act", "mid_block_only_cross_attention"})
    settings.requireFalse(name);
  for (const char* name :
       {"class_embed_type", "addition_embed_type", "encoder_hid_dim_type", "time_embedding_act_fn", "timestep_post_act",
        "num_attention_heads", "num_class_embeds", "encoder_hid_dim", "cross_attention_norm", "reverse_transformer_layers_per_block"})
    if (settings.has(name)) settings.refuse(std::string("it sets “") + name + "”, which Retailor does not compute");
  settings.require("_class_name", "UNet2DConditionModel");
  settings.require("mid_block_type", "UNetMidBlock2DCrossAttn");
  settings.require("resnet_time_scale_shift", "default");
  settings.require("time_embedding_type", "positional");
  settings.require("act_fn", "silu");
  settings.require("attention_type", "default");
  for (const char* name : {"mid_block_scale_factor", "resnet_out_scale_factor"})
    if (settings.real(name, 1) != 1) settings.refuse(std::string("“") + name + "” is not 1");
  for (const char* name : {"conv_in_kernel", "conv_out_kernel"})
    if (settings.count(name, 3) != 3) settings.refuse(std::string("“") + name + "” is not 3");
}

}  // namespace

UnetSettings UnetSettings::read(const ModelSettings& settings) {
  requireWhatIsComputed(settings);
  UnetSettings read;
  read.in = settings.count("in_channels", 4);
  read.out = settings.count("out_channels", 4);
  read.groups = settings.count("norm_num_groups", 32);
  read.epsilon = settings.real("norm_eps", 1e-5);
  read.outside = settings.count("cross_attention_dim", 768);
  read.timeCondition = settings.has("time_cond_proj_dim") ? settings.count("time_cond_proj_dim", 256) : 0;
  read.sampleSize = settings.count("sample_size", 64);
  read.padsDownsampling = settings.real("downsample_padding", 1) != 0;
  read.projectsByMatrix = settings.flag("use_linear_projection", false);
  read.levels = readLevels(settings);
  if (read.sampleSize > mostSampleSize) settings.refuse("“sample_size” is larger than any picture");
  read.waves = {read.levels.front().width, settings.flag("flip_sin_to_cos", true), settings.real("freq_shift", 0)};
  // The waves' lengths are divided by their number less the shift.
  if (read.waves.shift < 0 || read.waves.shift >= static_cast<double>(read.waves.width) / 2)
    settings.refuse("“freq_shift” does not lie between 0 and half the first width");
  return read;
}

std::optional<std::size_t> UnetSettings::lastLevelAttendingUp() const {
  for (std::size_t level = 0; level < levels.size(); ++level)
    if (levels[level].attendsUp) return level;
  return std::nullopt;
}

std::int64_t UnetSettings::widest() const { return std::ranges::max(levels, {}, &UnetLevel::width).width; }

ResidualBlockOptions UnetSettings::residual(std::int64_t blockIn, std::int64_t blockOut, std::size_t level) const {
  return {.in = blockIn, .out = blockOut, .groups = groups, .epsilon = epsilon, .time = timeWidth(), .maps = mapsOf(level)};
}

SpatialTransformerOptions UnetSettings::transformer(const UnetLevel& level) const {
  return {.attention = {.width = level.width, .heads = level.heads},
          .outside = outside,
          .blocks = level.transformerBlocks,
          .groups = groups,
          .mixer = projectsByMatrix ? PixelMixer::Matrix : PixelMixer::Filter};
}

}  // namespace retailor::neural
