#include "core/neural/weights/folder/original_names.h"

#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <utility>

namespace retailor::weights {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;  // original, current

constexpr int blocksPerLevel = 3;  // two layers and a change of size on the way down, three layers on the way up
constexpr int levels = 4;

constexpr std::array unetEnds{Pair{"time_embed.0", "time_embedding.linear_1"},
                              Pair{"time_embed.2", "time_embedding.linear_2"},
                              Pair{"input_blocks.0.0", "conv_in"},
                              Pair{"out.0", "conv_norm_out"},
                              Pair{"out.2", "conv_out"},
                              Pair{"middle_block.0", "mid_block.resnets.0"},
                              Pair{"middle_block.1", "mid_block.attentions.0"},
                              Pair{"middle_block.2", "mid_block.resnets.1"}};
constexpr std::array residualLayers{Pair{"in_layers.0", "norm1"},  Pair{"in_layers.2", "conv1"},  Pair{"emb_layers.1", "time_emb_proj"},
                                    Pair{"out_layers.0", "norm2"}, Pair{"out_layers.3", "conv2"}, Pair{"skip_connection", "conv_shortcut"}};
constexpr std::array autoencoderEnds{Pair{"mid.block_1", "mid_block.resnets.0"}, Pair{"mid.attn_1", "mid_block.attentions.0"},
                                     Pair{"mid.block_2", "mid_block.resnets.1"}, Pair{"norm_out", "conv_norm_out"}};
constexpr std::array autoencoderLayers{Pair{"nin_shortcut", "conv_shortcut"}};
constexpr std::array autoencoderAttention{Pair{"norm", "group_norm"}, Pair{"q", "to_q"}, Pair{"k", "to_k"}, Pair{"v", "to_v"},
                                          Pair{"proj_out", "to_out.0"}};

// What follows `start` and a dot in `name`, or an empty text where they are the same; nothing when `name` does not begin so.
std::optional<std::string_view> behind(std::string_view name, std::string_view start) {
  if (!name.starts_with(start)) return std::nullopt;
  if (name.size() == start.size()) return std::string_view();
  return name[start.size()] == '.' ? std::optional(name.substr(start.size() + 1)) : std::nullopt;
}

std::string joined(std::string_view first, std::string_view rest) {
  return rest.empty() ? std::string(first) : std::string(first) + "." + std::string(rest);
}

std::string joined(const std::string& first, int number, std::string_view rest) {
  return joined(first + "." + std::to_string(number), rest);
}

// Takes a number and its dot off the front.
std::optional<int> takeNumber(std::string_view& name) {
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  name.remove_prefix(static_cast<std::size_t>(end - name.data()));
  if (name.starts_with('.')) name.remove_prefix(1);
  return number;
}

enum class Towards { Current, Original };

// The name with the first pair's side that it begins with replaced by the other side; unchanged where none fits.
std::string replaced(std::string_view name, std::span<const Pair> pairs, Towards towards) {
  for (const auto& [original, current] : pairs)
    if (const auto rest = behind(name, towards == Towards::Current ? original : current))
      return joined(towards == Towards::Current ? current : original, *rest);
  return std::string(name);
}

std::string residual(std::string_view rest, Towards towards) { return replaced(rest, residualLayers, towards); }

std::string currentInputBlock(int block, std::string_view rest) {
  const int level = (block - 1) / blocksPerLevel, layer = (block - 1) % blocksPerLevel;
  const std::string start = "down_blocks." + std::to_string(level);
  if (layer == blocksPerLevel - 1) {
    const auto convolution = behind(rest, "0.op");
    return convolution ? joined(start + ".downsamplers.0.conv", *convolution) : std::string();
  }
  if (const auto inside = behind(rest, "0")) return joined(start + ".resnets", layer, residual(*inside, Towards::Current));
  if (const auto inside = behind(rest, "1")) return joined(start + ".attentions", layer, *inside);
  return {};
}

std::string currentOutputBlock(int block, std::string_view rest) {
  const int level = block / blocksPerLevel, layer = block % blocksPerLevel;
  const std::string start = "up_blocks." + std::to_string(level);
  for (const char* upsampler : {"1.conv", "2.conv"})
    if (const auto inside = behind(rest, upsampler)) return joined(start + ".upsamplers.0.conv", *inside);
  if (const auto inside = behind(rest, "0")) return joined(start + ".resnets", layer, residual(*inside, Towards::Current));
  if (const auto inside = behind(rest, "1")) return joined(start + ".attentions", layer, *inside);
  return {};
}

std::string currentMiddle(std::string_view original) {
  const std::string name = replaced(original, unetEnds, Towards::Current);
  for (const char* start : {"mid_block.resnets.0", "mid_block.resnets.1"})
    if (const auto rest = behind(name, start)) return joined(start, residual(*rest, Towards::Current));
  return name == original ? std::string() : name;
}

// The part of a sampler's or layer's name in an autoencoder's level: "block.1.conv1", "downsample.conv".
std::string currentLevel(const std::string& start, std::string_view rest) {
  if (const auto inside = behind(rest, "downsample.conv")) return joined(start + ".downsamplers.0.conv", *inside);
  if (const auto inside = behind(rest, "upsample.conv")) return joined(start + ".upsamplers.0.conv", *inside);
  auto layers = behind(rest, "block");
  const auto layer = layers ? takeNumber(*layers) : std::nullopt;
  return layer ? joined(start + ".resnets", *layer, replaced(*layers, autoencoderLayers, Towards::Current)) : std::string();
}

std::string currentHalf(std::string_view half, std::string_view rest) {
  const std::string start(half);
  if (auto inside = behind(rest, "down"))
    if (const auto level = takeNumber(*inside)) return currentLevel(start + ".down_blocks." + std::to_string(*level), *inside);
  if (auto inside = behind(rest, "up"))
    if (const auto level = takeNumber(*inside)) return currentLevel(start + ".up_blocks." + std::to_string(levels - 1 - *level), *inside);
  if (const auto inside = behind(rest, "mid.attn_1"))
    return joined(start + ".mid_block.attentions.0", replaced(*inside, autoencoderAttention, Towards::Current));
  const std::string name = replaced(rest, autoencoderEnds, Towards::Current);
  for (const char* resnet : {"mid_block.resnets.0", "mid_block.resnets.1"})
    if (const auto inside = behind(name, resnet))
      return joined(start + "." + resnet, replaced(*inside, autoencoderLayers, Towards::Current));
  return joined(start, name);
}

std::string currentAutoencoderName(std::string_view original) {
  for (const char* half : {"encoder", "decoder"})
    if (const auto rest = behind(original, half)) return currentHalf(half, *rest);
  const bool isConvolution = original.starts_with("quant_conv.") || original.starts_with("post_quant_conv.");
  return isConvolution ? std::string(original) : std::string();
}

std::string originalDownBlock(int level, std::string_view rest) {
  const int first = level * blocksPerLevel + 1;
  if (const auto inside = behind(rest, "downsamplers.0.conv")) return joined("input_blocks", first + 2, joined("0.op", *inside));
  for (const char* kind : {"resnets", "attentions"}) {
    auto inside = behind(rest, kind);
    const auto layer = inside ? takeNumber(*inside) : std::nullopt;
    if (!layer) continue;
    const bool isResidual = kind[0] == 'r';
    return joined("input_blocks", first + *layer,
                  joined(isResidual ? "0" : "1", isResidual ? residual(*inside, Towards::Original) : std::string(*inside)));
  }
  return {};
}

// The first level on the way up has no attention, so its upsampler stands one place earlier.
std::string originalUpBlock(int level, std::string_view rest) {
  const int first = level * blocksPerLevel;
  if (const auto inside = behind(rest, "upsamplers.0.conv"))
    return joined("output_blocks", first + 2, joined(level == 0 ? "1.conv" : "2.conv", *inside));
  for (const char* kind : {"resnets", "attentions"}) {
    auto inside = behind(rest, kind);
    const auto layer = inside ? takeNumber(*inside) : std::nullopt;
    if (!layer) continue;
    const bool isResidual = kind[0] == 'r';
    return joined("output_blocks", first + *layer,
                  joined(isResidual ? "0" : "1", isResidual ? residual(*inside, Towards::Original) : std::string(*inside)));
  }
  return {};
}

}  // namespace

std::string currentUnetName(std::string_view original) {
  if (auto rest = behind(original, "input_blocks"); rest && !behind(*rest, "0"))
    if (const auto block = takeNumber(*rest)) return currentInputBlock(*block, *rest);
  if (auto rest = behind(original, "output_blocks"))
    if (const auto block = takeNumber(*rest)) return currentOutputBlock(*block, *rest);
  return currentMiddle(original);
}

std::string originalUnetName(std::string_view current) {
  if (auto rest = behind(current, "down_blocks"))
    if (const auto level = takeNumber(*rest)) return originalDownBlock(*level, *rest);
  if (auto rest = behind(current, "up_blocks"))
    if (const auto level = takeNumber(*rest)) return originalUpBlock(*level, *rest);
  const std::string name = replaced(current, unetEnds, Towards::Original);
  for (const char* start : {"middle_block.0", "middle_block.2"})
    if (const auto rest = behind(name, start)) return joined(start, residual(*rest, Towards::Original));
  return name == current ? std::string() : name;
}

ComponentTensor placeOfOriginal(std::string_view original) {
  const auto placed = [](const char* component, std::string name) {
    return name.empty() ? ComponentTensor{} : ComponentTensor{component, std::move(name)};
  };
  if (const auto rest = behind(original, "model.diffusion_model")) return placed("unet", currentUnetName(*rest));
  if (const auto rest = behind(original, "first_stage_model")) return placed("vae", currentAutoencoderName(*rest));
  if (const auto rest = behind(original, "cond_stage_model.transformer"); rest && !rest->starts_with("vision_model."))
    return placed("text_encoder", std::string(*rest));
  return {};
}

}  // namespace retailor::weights
