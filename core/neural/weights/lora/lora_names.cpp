#include "core/neural/weights/lora/lora_names.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/neural/weights/folder/original_names.h"

namespace retailor::weights {
namespace {

using Targets = std::map<std::string, LoraTarget, std::less<>>;

struct Ending {
  std::string_view text;
  LoraRole role;
};

// The longer ones first.
constexpr std::array endings{
    Ending{".lora_linear_layer.down.weight", LoraRole::Down},
    Ending{".lora_linear_layer.up.weight", LoraRole::Up},
    Ending{".lora_linear_layer.alpha", LoraRole::Alpha},
    Ending{".lora_A.default.weight", LoraRole::Down},
    Ending{".lora_B.default.weight", LoraRole::Up},
    Ending{".lora_A.weight", LoraRole::Down},
    Ending{".lora_B.weight", LoraRole::Up},
    Ending{".lora_down.weight", LoraRole::Down},
    Ending{".lora_up.weight", LoraRole::Up},
    Ending{".lora.down.weight", LoraRole::Down},
    Ending{".lora.up.weight", LoraRole::Up},
    Ending{".lora.alpha", LoraRole::Alpha},
    Ending{"_lora.down.weight", LoraRole::Down},
    Ending{"_lora.up.weight", LoraRole::Up},
    Ending{"_lora.alpha", LoraRole::Alpha},
    Ending{".alpha", LoraRole::Alpha},
};

using Pair = std::pair<std::string_view, std::string_view>;  // a layer's end, and what older files call it

constexpr std::array olderUnetEnds{Pair{".to_q", ".processor.to_q"}, Pair{".to_k", ".processor.to_k"}, Pair{".to_v", ".processor.to_v"},
                                   Pair{".to_out.0", ".processor.to_out"}, Pair{".to_out.0", ".to_out"}};
constexpr std::array olderTextEnds{Pair{".q_proj", ".to_q"}, Pair{".k_proj", ".to_k"}, Pair{".v_proj", ".to_v"},
                                   Pair{".out_proj", ".to_out"}};

std::string underscored(std::string path) {
  std::ranges::replace(path, '.', '_');
  return path;
}

template <std::size_t count>
void addOlder(Targets& targets, const std::string& prefix, const LoraTarget& target, const std::array<Pair, count>& ends) {
  for (const auto& [current, older] : ends)
    if (target.module.ends_with(current))
      targets.emplace(prefix + target.module.substr(0, target.module.size() - current.size()) + std::string(older), target);
}

void addUnetLayer(Targets& targets, const LoraTarget& target) {
  for (const char* prefix : {"unet.", "", "base_model.model."}) targets.emplace(prefix + target.module, target);
  targets.emplace("lora_unet_" + underscored(target.module), target);
  if (const std::string original = originalUnetName(target.module); !original.empty())
    targets.emplace("lora_unet_" + underscored(original), target);
  addOlder(targets, "unet.", target, olderUnetEnds);
  addOlder(targets, "", target, olderUnetEnds);
}

void addTextLayer(Targets& targets, const LoraTarget& target) {
  targets.emplace("text_encoder." + target.module, target);
  for (const char* prefix : {"lora_te_", "lora_te1_"}) targets.emplace(prefix + underscored(target.module), target);
  addOlder(targets, "text_encoder.", target, olderTextEnds);
  constexpr std::string_view model = "text_model.";  // newer files leave it out
  if (target.module.starts_with(model)) targets.emplace("text_encoder." + target.module.substr(model.size()), target);
}

// The layers of a component: its weights of more than one side.
std::vector<LoraTarget> layersOf(const WeightMap& weights, const std::string& component) {
  constexpr std::string_view weight = ".weight";
  std::vector<LoraTarget> layers;
  for (const auto& [name, tensor] : weights.tensors)
    if (name.ends_with(weight) && tensor.shape.size() >= 2) layers.push_back({component, name.substr(0, name.size() - weight.size())});
  return layers;
}

bool contains(std::string_view name, std::string_view part) { return name.find(part) != std::string_view::npos; }

}  // namespace

LoraTensorName loraTensorName(std::string_view name) {
  for (const Ending& ending : endings)
    if (name.ends_with(ending.text) && name.size() > ending.text.size())
      return {std::string(name.substr(0, name.size() - ending.text.size())), ending.role};
  return {std::string(name), LoraRole::Foreign};
}

std::string reasonToRefuse(std::string_view name) {
  if (contains(name, "dora_scale") || contains(name, "lora_magnitude_vector"))
    return "it is a DoRA, which scales whole rows; only plain LoRA is read";
  if (contains(name, ".hada_")) return "it is a LoHa of LyCORIS; only plain LoRA is read";
  if (contains(name, ".lokr_")) return "it is a LoKr of LyCORIS; only plain LoRA is read";
  if (contains(name, ".oft_")) return "it is an OFT; only plain LoRA is read";
  if (contains(name, ".lora_mid.")) return "it holds products of three tensors; only plain LoRA is read";
  if (name.starts_with("lora_te2_") || name.starts_with("text_encoder_2."))
    return "it is made for Stable Diffusion XL, and Retailor works with the 1.x family";
  return {};
}

Targets loraTargets(const WeightMap& unet, const WeightMap& textEncoder) {
  Targets targets;
  for (const LoraTarget& layer : layersOf(unet, "unet")) addUnetLayer(targets, layer);
  for (const LoraTarget& layer : layersOf(textEncoder, "text_encoder")) addTextLayer(targets, layer);
  return targets;
}

}  // namespace retailor::weights
