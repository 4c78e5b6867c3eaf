#include "core/metrics/networks/dreamsim/adapter.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/neural/tensor/lora_change.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/lora/lora_names.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::metrics {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

bool isSet(const json& settings, const char* name) {
  const auto found = settings.find(name);
  if (found == settings.end() || found->is_null()) return false;
  return found->is_boolean() ? found->get<bool>() : !found->empty();
}

// Only W + alpha / rank · B · A is computed.
Result<double> alphaIn(const fs::path& config) {
  const Result<json> settings = weights::readSettings(config);
  if (!settings) return settings.failure();
  for (const char* name : {"use_dora", "use_rslora", "fan_in_fan_out", "alpha_pattern", "rank_pattern", "modules_to_save"})
    if (isSet(*settings, name)) return weights::refused(config, std::string("“") + name + "” is set, which Retailor does not compute");
  const auto alpha = settings->find("lora_alpha");
  if (alpha == settings->end() || !alpha->is_number() || !std::isfinite(alpha->get<double>()))
    return weights::refused(config, "“lora_alpha” is no number");
  return alpha->get<double>();
}

// Which network a layer belongs to, and its path there.
struct Place {
  int number = 0;
  std::string module;
};

std::optional<Place> placeOf(std::string_view stem) {
  constexpr std::string_view list = "extractor_list.", model = ".model.";
  const std::size_t start = stem.find(list);
  if (start == std::string_view::npos) return std::nullopt;
  stem.remove_prefix(start + list.size());
  Place place;
  const auto [end, problem] = std::from_chars(stem.data(), stem.data() + stem.size(), place.number);
  stem.remove_prefix(static_cast<std::size_t>(end - stem.data()));
  if (problem != std::errc() || place.number < 0 || !stem.starts_with(model)) return std::nullopt;
  place.module = stem.substr(model.size());
  return place;
}

bool isMatrix(const weights::TensorView& view) { return view.shape.size() == 2 && weights::isFloating(view.element); }

bool fits(const weights::LoraLayer& layer, const weights::TensorView& weight) {
  return isMatrix(weight) && layer.up.shape[0] == weight.shape[0] && layer.down.shape[1] == weight.shape[1];
}

}  // namespace

Result<Adapter> Adapter::read(const fs::path& file) {
  const Result<double> alpha = alphaIn(file.parent_path() / "adapter_config.json");
  if (!alpha) return alpha.failure();
  const Result<weights::WeightMap> tensors = weights::openWeights(file);
  if (!tensors) return tensors.failure();
  std::map<std::string, std::map<weights::LoraRole, const weights::TensorView*>> stems;
  for (const auto& [name, tensor] : tensors->tensors) {
    const weights::LoraTensorName part = weights::loraTensorName(name);
    if (part.role != weights::LoraRole::Down && part.role != weights::LoraRole::Up)
      return weights::refused(file, "its tensor “" + weights::shown(name) + "” is no part of a plain LoRA");
    stems[part.stem][part.role] = &tensor;
  }
  Adapter adapter;
  adapter.m_file = file;
  for (const auto& [stem, parts] : stems) {
    const std::optional<Place> place = placeOf(stem);
    const std::string layer = "its layer “" + weights::shown(stem) + "” ";
    if (!place) return weights::refused(file, layer + "is none of DreamSim's");
    if (parts.size() != 2) return weights::refused(file, layer + "has only one of its two tensors");
    const weights::TensorView &down = *parts.at(weights::LoraRole::Down), &up = *parts.at(weights::LoraRole::Up);
    if (!isMatrix(down) || !isMatrix(up) || down.shape[0] < 1 || down.shape[0] != up.shape[1])
      return weights::refused(file, layer + "is not the product of two matrices");
    adapter.m_layers[place->number].push_back({"", place->module, down, up, *alpha});
  }
  return adapter;
}

Result<void> Adapter::mergeInto(weights::WeightMap& network, int number) const {
  const auto found = m_layers.find(number);
  if (found == m_layers.end()) return weights::refused(m_file, "it changes nothing in network " + std::to_string(number + 1));
  for (const weights::LoraLayer& layer : found->second) {
    const auto weight = network.tensors.find(layer.module + ".weight");
    if (weight == network.tensors.end() || !fits(layer, weight->second))
      return weights::refused(m_file, "its layer “" + weights::shown(layer.module) + "” does not fit " + network.file.string());
    auto changed = neural::guarded("Changing a layer as DreamSim's adapter says", [&] {
      const c10::InferenceMode inference;
      const at::Tensor whole = neural::loadedTensor(weight->second, at::kCPU, at::kFloat);
      return neural::viewOf(whole + neural::loraChange(layer, whole.sizes()));
    });
    if (!changed) return changed.failure();
    weight->second = std::move(*changed);
  }
  return {};
}

std::int64_t Adapter::networks() const { return m_layers.empty() ? 0 : std::int64_t{m_layers.rbegin()->first} + 1; }

}  // namespace retailor::metrics
