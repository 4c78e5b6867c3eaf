#include "core/neural/weights/folder/expected_tensors.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "core/neural/weights/folder/component_class.h"

namespace retailor::weights {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

constexpr int mostBlocks = 16;  // of anything a config counts; Stable Diffusion has 4, CLIP's text encoder 12
constexpr int mostLayers = 64;

void addBoth(Names& names, const std::string& start, std::initializer_list<const char*> layers) {
  for (const char* layer : layers)
    for (const char* end : {".weight", ".bias"}) names.push_back(start + layer + end);
}

int wholeIn(const Json& config, const char* key, int standard, int most) {
  const auto found = config.find(key);
  return found != config.end() && found->is_number_integer() ? std::clamp(found->get<int>(), 0, most) : standard;
}

std::vector<int> channelsIn(const Json& config, std::vector<int> standard) {
  const auto found = config.find("block_out_channels");
  if (found == config.end() || !found->is_array() || found->empty() || found->size() > mostBlocks) return standard;
  std::vector<int> channels;
  for (const Json& number : *found) channels.push_back(number.is_number_integer() ? number.get<int>() : 0);
  return channels;
}

// Whether block `index` of the list `key` has attention: all but the plain ones.
bool hasAttention(const Json& config, const char* key, std::size_t index, bool standard) {
  const auto found = config.find(key);
  if (found == config.end() || !found->is_array() || index >= found->size() || !(*found)[index].is_string()) return standard;
  return (*found)[index].get<std::string>().starts_with("CrossAttn");
}

void addTransformer(Names& names, const std::string& start) {
  addBoth(names, start, {"norm", "proj_in", "proj_out"});
  const std::string block = start + "transformer_blocks.0.";
  for (const char* attention : {"attn1.", "attn2."}) {
    for (const char* projection : {"to_q.weight", "to_k.weight", "to_v.weight"}) names.push_back(block + attention + projection);
    addBoth(names, block + attention, {"to_out.0"});
  }
  addBoth(names, block, {"norm1", "norm2", "norm3", "ff.net.0.proj", "ff.net.2"});
}

enum class Shortcut { None, Convolution };

void addResidual(Names& names, const std::string& start, Shortcut shortcut) {
  addBoth(names, start, {"norm1", "conv1", "norm2", "conv2"});
  if (shortcut == Shortcut::Convolution) addBoth(names, start, {"conv_shortcut"});
}

void addTimedResidual(Names& names, const std::string& start, Shortcut shortcut) {
  addResidual(names, start, shortcut);
  addBoth(names, start, {"time_emb_proj"});
}

std::string numbered(const std::string& start, const char* kind, std::size_t index) { return start + kind + std::to_string(index) + "."; }

Names unet(const Json& config) {
  const std::vector<int> channels = channelsIn(config, {320, 640, 1280, 1280});
  const auto layers = static_cast<std::size_t>(wholeIn(config, "layers_per_block", 2, mostBlocks));
  Names names;
  addBoth(names, "", {"conv_in", "conv_norm_out", "conv_out", "time_embedding.linear_1", "time_embedding.linear_2"});
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const bool isLast = i + 1 == channels.size();
    const std::string down = numbered("", "down_blocks.", i), up = numbered("", "up_blocks.", i);
    const bool downAttention = hasAttention(config, "down_block_types", i, !isLast),
               upAttention = hasAttention(config, "up_block_types", i, i > 0);
    for (std::size_t j = 0; j < layers; ++j) {
      const bool widens = j == 0 && channels[i] != (i == 0 ? channels[0] : channels[i - 1]);
      addTimedResidual(names, numbered(down, "resnets.", j), widens ? Shortcut::Convolution : Shortcut::None);
      if (downAttention) addTransformer(names, numbered(down, "attentions.", j));
    }
    for (std::size_t j = 0; j <= layers; ++j) {
      addTimedResidual(names, numbered(up, "resnets.", j), Shortcut::Convolution);
      if (upAttention) addTransformer(names, numbered(up, "attentions.", j));
    }
    if (!isLast) addBoth(names, down, {"downsamplers.0.conv"});
    if (!isLast) addBoth(names, up, {"upsamplers.0.conv"});
  }
  for (const char* resnet : {"mid_block.resnets.0.", "mid_block.resnets.1."}) addTimedResidual(names, resnet, Shortcut::None);
  addTransformer(names, "mid_block.attentions.0.");
  return names;
}

void addMiddle(Names& names, const std::string& half) {
  for (const char* resnet : {"mid_block.resnets.0.", "mid_block.resnets.1."}) addResidual(names, half + resnet, Shortcut::None);
  addBoth(names, half + "mid_block.attentions.0.", {"group_norm", "to_q", "to_k", "to_v", "to_out.0"});
  addBoth(names, half, {"conv_in", "conv_norm_out", "conv_out"});
}

Names autoencoder(const Json& config) {
  const std::vector<int> channels = channelsIn(config, {128, 256, 512, 512});
  const auto layers = static_cast<std::size_t>(wholeIn(config, "layers_per_block", 2, mostBlocks));
  Names names;
  addBoth(names, "", {"quant_conv", "post_quant_conv"});
  for (const char* half : {"encoder.", "decoder."}) addMiddle(names, half);
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const std::string down = numbered("encoder.", "down_blocks.", i), up = numbered("decoder.", "up_blocks.", i);
    const std::size_t level = channels.size() - 1 - i;  // the decoder goes the other way
    const bool downWidens = i > 0 && channels[i] != channels[i - 1], upNarrows = i > 0 && channels[level] != channels[level + 1];
    for (std::size_t j = 0; j < layers; ++j)
      addResidual(names, numbered(down, "resnets.", j), j == 0 && downWidens ? Shortcut::Convolution : Shortcut::None);
    for (std::size_t j = 0; j <= layers; ++j)
      addResidual(names, numbered(up, "resnets.", j), j == 0 && upNarrows ? Shortcut::Convolution : Shortcut::None);
    if (i + 1 < channels.size()) addBoth(names, down, {"downsamplers.0.conv"});
    if (i + 1 < channels.size()) addBoth(names, up, {"upsamplers.0.conv"});
  }
  return names;
}

int numberAt(const Json& config, const char* key, std::size_t index, int standard) {
  const auto found = config.find(key);
  const bool isThere = found != config.end() && found->is_array() && index < found->size() && (*found)[index].is_number_integer();
  return isThere ? (*found)[index].get<int>() : standard;
}

Names textEncoder(const Json& config) {
  const auto layers = static_cast<std::size_t>(wholeIn(config, "num_hidden_layers", 12, mostLayers));
  Names names{"text_model.embeddings.token_embedding.weight", "text_model.embeddings.position_embedding.weight"};
  addBoth(names, "text_model.", {"final_layer_norm"});
  for (std::size_t i = 0; i < layers; ++i)
    addBoth(names, numbered("text_model.encoder.", "layers.", i),
            {"layer_norm1", "layer_norm2", "mlp.fc1", "mlp.fc2", "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj",
             "self_attn.out_proj"});
  return names;
}

Names segformer(const Json& config) {
  Names names{"decode_head.linear_fuse.weight", "decode_head.batch_norm.running_mean", "decode_head.batch_norm.running_var"};
  addBoth(names, "decode_head.", {"batch_norm", "classifier"});
  for (std::size_t i = 0; i < 4; ++i) {
    addBoth(names, numbered("segformer.encoder.", "patch_embeddings.", i), {"proj", "layer_norm"});
    addBoth(names, "segformer.encoder.", {("layer_norm." + std::to_string(i)).c_str()});
    addBoth(names, numbered("decode_head.", "linear_c.", i), {"proj"});
    const int reduction = numberAt(config, "sr_ratios", i, std::array{8, 4, 2, 1}[i]), depth = numberAt(config, "depths", i, 2);
    for (int j = 0; j < std::min(depth, mostLayers); ++j) {
      const std::string block = numbered(numbered("segformer.encoder.", "block.", i), "", static_cast<std::size_t>(j));
      addBoth(names, block, {"layer_norm_1", "layer_norm_2", "mlp.dense1", "mlp.dense2", "mlp.dwconv.dwconv"});
      addBoth(names, block + "attention.", {"self.query", "self.key", "self.value", "output.dense"});
      if (reduction > 1) addBoth(names, block + "attention.self.", {"sr", "layer_norm"});
    }
  }
  return names;
}

std::string usualClass(const std::string& component) {
  if (component == "unet") return "UNet2DConditionModel";
  return component == "vae" ? "AutoencoderKL" : component == "text_encoder" ? "CLIPTextModel" : "";
}

}  // namespace

Names expectedTensors(const std::string& className, const std::string& config) {
  const Json parsed = Json::parse(config, nullptr, false);
  if (!parsed.is_object()) return {};
  if (className == "UNet2DConditionModel") return unet(parsed);
  if (className == "AutoencoderKL") return autoencoder(parsed);
  if (className == "SegformerForSemanticSegmentation") return segformer(parsed);
  return className == "CLIPTextModel" ? textEncoder(parsed) : Names();
}

Names missingTensors(const Component& component) {
  // A reference U-Net is published without the layers behind its last attention.
  if (component.name == "reference_unet") return {};
  const Json config = Json::parse(component.config, nullptr, false);
  const std::string className = config.is_object() ? classIn(config) : std::string();
  Names missing;
  for (std::string& name : expectedTensors(className.empty() ? usualClass(component.name) : className, component.config))
    if (component.weights.find(name) == nullptr) missing.push_back(std::move(name));
  return missing;
}

}  // namespace retailor::weights
