#include "core/neural/weights/lora/lora_alpha.h"

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::weights {
namespace {

template <class Number>
Number plain(const TensorView& tensor) {
  Number number{};
  std::memcpy(&number, tensor.bytes.data(), sizeof number);
  return number;
}

double half(const TensorView& tensor) {
  const auto bits = plain<std::uint16_t>(tensor);
  const int exponent = (bits >> 10U) & 31U, fraction = bits & 1023U;
  const double size = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(fraction + 1024, exponent - 25);
  return (bits & 0x8000U) != 0 ? -size : size;
}

double brainHalf(const TensorView& tensor) {
  const std::uint32_t bits = std::uint32_t{plain<std::uint16_t>(tensor)} << 16U;
  float number = 0;
  std::memcpy(&number, &bits, sizeof number);
  return number;
}

// peft's settings, flattened by diffusers to "component.setting".
const nlohmann::json* setting(const nlohmann::json& all, const std::string& component, const char* name) {
  const auto found = all.find(component + "." + name);
  return found == all.end() ? nullptr : &*found;
}

bool isTrue(const nlohmann::json* value) { return value != nullptr && value->is_boolean() && value->get<bool>(); }

}  // namespace

std::optional<double> numberIn(const TensorView& tensor) {
  if (tensor.count() != 1) return std::nullopt;
  switch (tensor.element) {
    case Element::F16: return half(tensor);
    case Element::BF16: return brainHalf(tensor);
    case Element::F32: return plain<float>(tensor);
    case Element::F64: return plain<double>(tensor);
    case Element::I32: return plain<std::int32_t>(tensor);
    case Element::I64: return static_cast<double>(plain<std::int64_t>(tensor));
    default: return std::nullopt;
  }
}

Result<LoraMetadata> LoraMetadata::read(const WeightMap& file) {
  LoraMetadata metadata;
  const auto text = file.metadata.find("lora_adapter_metadata");
  if (text == file.metadata.end()) return metadata;
  const auto all = parseSettings(text->second, file.file);
  if (!all) return refused(file.file, "its lora_adapter_metadata is not valid JSON");
  for (const std::string component : {"unet", "text_encoder"}) {
    if (isTrue(setting(*all, component, "use_dora")))
      return refused(file.file, "it is a DoRA, which scales whole rows; only plain LoRA is read");
    Settings& settings = metadata.m_settings[component];
    if (const auto* alpha = setting(*all, component, "lora_alpha"); alpha != nullptr && alpha->is_number())
      settings.alpha = alpha->get<double>();
    settings.rankStabilised = isTrue(setting(*all, component, "use_rslora"));
    if (const auto* pattern = setting(*all, component, "alpha_pattern"); pattern != nullptr && pattern->is_object())
      for (const auto& [end, alpha] : pattern->items())
        if (alpha.is_number()) settings.pattern[end] = alpha.get<double>();
  }
  return metadata;
}

std::optional<double> LoraMetadata::alphaOf(std::string_view component, std::string_view module, std::int64_t rank) const {
  const auto found = m_settings.find(component);
  if (found == m_settings.end()) return std::nullopt;
  std::optional<double> alpha = found->second.alpha;
  for (const auto& [end, number] : found->second.pattern)
    if (module == end || module.ends_with("." + end)) alpha = number;
  if (alpha && found->second.rankStabilised) *alpha *= std::sqrt(static_cast<double>(rank));
  return alpha;
}

}  // namespace retailor::weights
