#include "core/neural/weights/folder/attention_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

constexpr std::string_view queryOf = ".to_q.weight";
constexpr std::array parameters{"to_q.weight", "to_k.weight", "to_v.weight", "to_out.0.weight", "to_out.0.bias"};

// The number that a name begins with, up to its first dot.
std::optional<std::uint64_t> numberOf(std::string_view name) {
  const std::size_t dot = name.find('.');
  constexpr std::size_t mostDigits = 9;
  if (dot == 0 || dot == std::string_view::npos || dot > mostDigits) return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : name.substr(0, dot)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return number;
}

// "8." of "8.to_q.weight": the starts of the list's layers, by their numbers.
std::vector<std::string> layersOf(const WeightMap& list) {
  std::vector<std::pair<std::uint64_t, std::string>> layers;
  for (const auto& [name, tensor] : list.tensors) {
    const auto number = numberOf(name);
    const std::size_t dot = name.find('.');
    if (number && std::string_view(name).substr(dot) == queryOf) layers.emplace_back(*number, name.substr(0, dot + 1));
  }
  std::ranges::sort(layers);
  std::vector<std::string> starts;
  for (auto& [number, start] : layers) starts.push_back(std::move(start));
  return starts;
}

// The numbers in a module's path, behind the place of its block: down, up, middle.
std::vector<std::uint64_t> placeOf(std::string_view path) {
  std::vector<std::uint64_t> place{path.starts_with("down_blocks.") ? 0U : path.starts_with("up_blocks.") ? 1U : 2U};
  for (std::size_t at = path.find('.'); at != std::string_view::npos; at = path.find('.', at + 1))
    if (const auto number = numberOf(path.substr(at + 1))) place.push_back(*number);
  return place;
}

// "down_blocks.0.attentions.0.transformer_blocks.0.attn1.": the starts of a U-Net's self-attention layers in the list's order.
std::vector<std::string> selfAttentionOf(const WeightMap& unet) {
  constexpr std::string_view end = ".attn1.to_q.weight";
  std::vector<std::string> starts;
  for (const auto& [name, tensor] : unet.tensors)
    if (name.ends_with(end)) starts.push_back(name.substr(0, name.size() - end.size()) + ".attn1.");
  std::ranges::sort(starts, {}, placeOf);
  return starts;
}

std::string shapeOf(const TensorView& tensor) {
  std::ostringstream text;
  for (const std::int64_t side : tensor.shape) text << (text.tellp() == 0 ? "[" : ", ") << side;
  return text.str() + "]";
}

Failure unlike(const WeightMap& list, const std::string& name, const TensorView& tensor, const TensorView& own) {
  return refused(list.file, "its tensor “" + shown(name) + "” is " + shapeOf(tensor) + ", and the U-Net's self-attention there is " +
                                shapeOf(own) + ": they belong to different models");
}

}  // namespace

bool isAttentionList(const WeightMap& file) {
  return std::ranges::all_of(file.tensors, [](const auto& tensor) { return numberOf(tensor.first).has_value(); }) &&
         !layersOf(file).empty();
}

Result<WeightMap> withAttentionList(const WeightMap& unet, const WeightMap& list) {
  const std::vector<std::string> layers = layersOf(list), places = selfAttentionOf(unet);
  if (layers.size() != places.size())
    return refused(list.file, "it holds " + std::to_string(layers.size()) + " self-attention layers, and the U-Net in " +
                                  unet.file.string() + " has " + std::to_string(places.size()));
  WeightMap changed = unet;
  for (std::size_t i = 0; i < layers.size(); ++i)
    for (const char* parameter : parameters) {
      const TensorView* tensor = list.find(layers[i] + parameter);
      const auto own = changed.tensors.find(places[i] + parameter);
      if (tensor == nullptr) return refused(list.file, "its tensor “" + layers[i] + parameter + "” is missing");
      if (own == changed.tensors.end()) return refused(unet.file, "its tensor “" + places[i] + parameter + "” is missing");
      if (own->second.shape != tensor->shape) return unlike(list, layers[i] + parameter, *tensor, own->second);
      own->second = *tensor;
    }
  return changed;
}

}  // namespace retailor::weights
