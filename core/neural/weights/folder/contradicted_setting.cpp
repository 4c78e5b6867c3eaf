#include "core/neural/weights/folder/contradicted_setting.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/neural/weights/folder/component_class.h"

namespace retailor::weights {
namespace {

using Json = nlohmann::json;

// A setting that is a side of a tensor.
struct Fact {
  const char* key;
  const char* tensor;
  std::size_t side;
};

struct Family {
  const char* className;
  std::vector<Fact> facts;
  const char* levels = nullptr;  // where the tensors of its levels begin, whose widths block_out_channels lists
  const char* layers = nullptr;  // where those of its layers begin, which num_hidden_layers counts
};

const std::vector<Family>& families() {
  static const std::vector<Family> all{
      {"UNet2DConditionModel",
       {{"in_channels", "conv_in.weight", 1},
        {"out_channels", "conv_out.weight", 0},
        {"cross_attention_dim", "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight", 1}},
       "down_blocks."},
      {"AutoencoderKL",
       {{"in_channels", "encoder.conv_in.weight", 1},
        {"out_channels", "decoder.conv_out.weight", 0},
        {"latent_channels", "decoder.conv_in.weight", 1}},
       "encoder.down_blocks."},
      {"CLIPTextModel",
       {{"vocab_size", "text_model.embeddings.token_embedding.weight", 0},
        {"hidden_size", "text_model.embeddings.token_embedding.weight", 1},
        {"max_position_embeddings", "text_model.embeddings.position_embedding.weight", 0},
        {"intermediate_size", "text_model.encoder.layers.0.mlp.fc1.weight", 0}},
       nullptr,
       "text_model.encoder.layers."},
      {"CLIPVisionModelWithProjection",
       {{"hidden_size", "vision_model.embeddings.class_embedding", 0},
        {"patch_size", "vision_model.embeddings.patch_embedding.weight", 2},
        {"projection_dim", "visual_projection.weight", 0}},
       nullptr,
       "vision_model.encoder.layers."},
  };
  return all;
}

std::string said(const std::string& key, const Json& config, const std::string& weights) {
  std::string value = config.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (value.size() > 60) value = value.substr(0, 57) + "…";
  return "its config.json says " + key + " " + value + ", and the weights " + weights;
}

const Json& settingOf(const Json& config, const char* key) {
  static const Json absent;
  const auto found = config.find(key);
  return found == config.end() ? absent : *found;
}

std::string contradictedFact(const Fact& fact, const Json& config, const WeightMap& weights) {
  const Json& setting = settingOf(config, fact.key);
  const TensorView* tensor = weights.find(fact.tensor);
  if (setting.is_null() || setting.is_array() || tensor == nullptr || tensor->shape.size() <= fact.side) return {};
  const std::int64_t side = tensor->shape[fact.side];
  return setting.is_number_integer() && setting == Json(side) ? std::string() : said(fact.key, setting, std::to_string(side));
}

std::string contradictedWidths(const char* start, const Json& config, const WeightMap& weights) {
  Json widths = Json::array();
  while (const TensorView* filter = weights.find(start + std::to_string(widths.size()) + ".resnets.0.conv1.weight"))
    widths.push_back(filter->shape.empty() ? 0 : filter->shape[0]);
  const Json& setting = settingOf(config, "block_out_channels");
  return setting.is_null() || widths.empty() || setting == widths ? std::string() : said("block_out_channels", setting, widths.dump());
}

std::string contradictedLayers(const char* start, const Json& config, const WeightMap& weights) {
  int count = 0;
  while (weights.find(start + std::to_string(count) + ".layer_norm1.weight") != nullptr) ++count;
  const Json &layers = settingOf(config, "num_hidden_layers"), &heads = settingOf(config, "num_attention_heads"),
             &width = settingOf(config, "hidden_size");
  if (!layers.is_null() && count > 0 && layers != Json(count)) return said("num_hidden_layers", layers, std::to_string(count));
  const bool areNumbers = heads.is_number_integer() && width.is_number_integer();
  const bool divide = areNumbers && heads.get<std::int64_t>() > 0 && width.get<std::int64_t>() % heads.get<std::int64_t>() == 0;
  if (heads.is_null() || width.is_null() || divide) return {};
  return said("num_attention_heads", heads, "a width of " + width.dump() + " that it does not divide");
}

// A position for each patch, and one for the whole picture.
std::string contradictedPatches(const Json& config, const WeightMap& weights) {
  const TensorView* positions = weights.find("vision_model.embeddings.position_embedding.weight");
  const Json &side = settingOf(config, "image_size"), &patch = settingOf(config, "patch_size");
  const auto isSide = [](const Json& value) { return value.is_number_unsigned() && value.get<std::uint64_t>() - 1 < 1'000'000; };
  if (positions == nullptr || positions->shape.empty() || !isSide(side) || !isSide(patch)) return {};
  const std::int64_t patches = side.get<std::int64_t>() / patch.get<std::int64_t>();
  if (patches * patches + 1 == positions->shape[0]) return {};
  return said("image_size", side, "have " + std::to_string(positions->shape[0]) + " places for patches");
}

// Widths are shared out evenly among groups, and among heads.
std::string undividedWidths(const char* key, const Json& config) {
  const Json &parts = settingOf(config, key), &widths = settingOf(config, "block_out_channels");
  if (parts.is_null() || parts.is_array() || !widths.is_array()) return {};
  const bool divides = parts.is_number_integer() && parts.get<std::int64_t>() > 0 && std::ranges::all_of(widths, [&](const Json& width) {
                         return width.is_number_integer() && width.get<std::int64_t>() % parts.get<std::int64_t>() == 0;
                       });
  return divides ? std::string() : said(key, parts, "have widths of " + widths.dump() + " that it does not divide");
}

}  // namespace

std::string contradictedSetting(const Component& component) {
  const Json config = Json::parse(component.config, nullptr, false);
  if (!config.is_object()) return {};
  const auto family = std::ranges::find(families(), classIn(config), &Family::className);
  if (family == families().end()) return {};
  for (const Fact& fact : family->facts)
    if (std::string found = contradictedFact(fact, config, component.weights); !found.empty()) return found;
  if (family->layers != nullptr) {
    const std::string layers = contradictedLayers(family->layers, config, component.weights);
    return layers.empty() ? contradictedPatches(config, component.weights) : layers;
  }
  if (family->levels == nullptr) return {};
  if (std::string found = contradictedWidths(family->levels, config, component.weights); !found.empty()) return found;
  const std::string groups = undividedWidths("norm_num_groups", config);
  return !groups.empty() || component.name == "vae" ? groups : undividedWidths("attention_head_dim", config);
}

}  // namespace retailor::weights
