#include "core/neural/weights/folder/config_from_shapes.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace retailor::weights {
namespace {

using OrderedJson = nlohmann::ordered_json;

// A side of a tensor; `otherwise` where there is no such tensor or side.
std::int64_t sideOf(const WeightMap& weights, const std::string& name, std::size_t side, std::int64_t otherwise) {
  const TensorView* tensor = weights.find(name);
  return tensor != nullptr && side < tensor->shape.size() ? tensor->shape[side] : otherwise;
}

bool holds(const WeightMap& weights, const std::string& name) { return weights.find(name) != nullptr; }

// How many of start0end, start1end, … there are.
int countOf(const WeightMap& weights, const std::string& start, const std::string& end) {
  int count = 0;
  while (holds(weights, start + std::to_string(count) + end)) ++count;
  return count;
}

std::vector<std::int64_t> channelsOf(const WeightMap& weights, const std::string& start) {
  constexpr const char* end = ".resnets.0.conv1.weight";
  std::vector<std::int64_t> channels(static_cast<std::size_t>(countOf(weights, start, end)));
  for (std::size_t i = 0; i < channels.size(); ++i) channels[i] = sideOf(weights, start + std::to_string(i) + end, 0, 0);
  return channels;
}

OrderedJson unet(const WeightMap& weights) {
  const std::vector<std::int64_t> channels = channelsOf(weights, "down_blocks.");
  OrderedJson config{{"_class_name", "UNet2DConditionModel"},
                     {"in_channels", sideOf(weights, "conv_in.weight", 1, 4)},
                     {"out_channels", sideOf(weights, "conv_out.weight", 0, 4)},
                     {"block_out_channels", channels},
                     {"layers_per_block", countOf(weights, "down_blocks.0.resnets.", ".conv1.weight")},
                     {"cross_attention_dim", sideOf(weights, "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight", 1, 768)},
                     {"attention_head_dim", 8},
                     {"norm_num_groups", 32},
                     {"sample_size", 64}};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const auto hasAttention = [&](const char* start, std::size_t block) {
      return holds(weights, start + std::to_string(block) + ".attentions.0.norm.weight");
    };
    config["down_block_types"].push_back(hasAttention("down_blocks.", i) ? "CrossAttnDownBlock2D" : "DownBlock2D");
    config["up_block_types"].push_back(hasAttention("up_blocks.", i) ? "CrossAttnUpBlock2D" : "UpBlock2D");
  }
  const std::int64_t guidance = sideOf(weights, "time_embedding.cond_proj.weight", 1, 0);
  if (guidance > 0) config["time_cond_proj_dim"] = guidance;
  return config;
}

OrderedJson autoencoder(const WeightMap& weights) {
  if (holds(weights, "decoder.layers.0.weight"))
    return {{"_class_name", "AutoencoderTiny"}, {"latent_channels", 4}, {"scaling_factor", 1.0}};
  return {{"_class_name", "AutoencoderKL"},
          {"block_out_channels", channelsOf(weights, "encoder.down_blocks.")},
          {"layers_per_block", countOf(weights, "encoder.down_blocks.0.resnets.", ".conv1.weight")},
          {"latent_channels", sideOf(weights, "post_quant_conv.weight", 0, 4)},
          {"norm_num_groups", 32},
          {"sample_size", 512},
          {"scaling_factor", 0.18215}};
}

OrderedJson textEncoder(const WeightMap& weights) {
  const std::int64_t width = sideOf(weights, "text_model.embeddings.token_embedding.weight", 1, 768);
  return {{"architectures", {"CLIPTextModel"}},
          {"hidden_act", "quick_gelu"},
          {"hidden_size", width},
          {"intermediate_size", sideOf(weights, "text_model.encoder.layers.0.mlp.fc1.weight", 0, 4 * width)},
          {"max_position_embeddings", sideOf(weights, "text_model.embeddings.position_embedding.weight", 0, 77)},
          {"num_attention_heads", width / 64},
          {"num_hidden_layers", countOf(weights, "text_model.encoder.layers.", ".mlp.fc1.weight")},
          {"vocab_size", sideOf(weights, "text_model.embeddings.token_embedding.weight", 0, 49408)}};
}

// OpenAI's ViT-L uses the quick form of GELU, LAION's ViT-H the exact one.
OrderedJson imageEncoder(const WeightMap& weights) {
  const bool isExemplar = holds(weights, "uncond_vector");
  const std::string start = isExemplar ? "model.vision_model." : "vision_model.";
  const std::int64_t width = sideOf(weights, start + "embeddings.class_embedding", 0, 1024);
  const std::int64_t patch = sideOf(weights, start + "embeddings.patch_embedding.weight", 2, 14);
  std::int64_t side = 1;
  while (side * side + 1 < sideOf(weights, start + "embeddings.position_embedding.weight", 0, 257) && side < 64) ++side;
  const std::int64_t projection =
      isExemplar ? sideOf(weights, "proj_out.weight", 0, 768) : sideOf(weights, "visual_projection.weight", 0, 1024);
  return {{"architectures", {isExemplar ? "PaintByExampleImageEncoder" : "CLIPVisionModelWithProjection"}},
          {"hidden_act", width == 1280 ? "gelu" : "quick_gelu"},
          {"hidden_size", width},
          {"image_size", side * patch},
          {"intermediate_size", sideOf(weights, start + "encoder.layers.0.mlp.fc1.weight", 0, 4 * width)},
          {"num_attention_heads", 16},
          {"num_hidden_layers", countOf(weights, start + "encoder.layers.", ".mlp.fc1.weight")},
          {"patch_size", patch},
          {"projection_dim", projection}};
}

OrderedJson scheduler() {
  return {{"_class_name", "PNDMScheduler"}, {"beta_end", 0.012},      {"beta_schedule", "scaled_linear"},
          {"beta_start", 0.00085},          {"clip_sample", false},   {"num_train_timesteps", 1000},
          {"set_alpha_to_one", false},      {"skip_prk_steps", true}, {"steps_offset", 1}};
}

}  // namespace

std::string configFromShapes(const WeightMap& weights, std::string_view component) {
  if (component == "unet" || component == "reference_unet") return unet(weights).dump();
  if (component == "vae") return autoencoder(weights).dump();
  if (component == "text_encoder") return textEncoder(weights).dump();
  if (component == "image_encoder") return imageEncoder(weights).dump();
  return component == "scheduler" ? scheduler().dump() : "{}";
}

}  // namespace retailor::weights
