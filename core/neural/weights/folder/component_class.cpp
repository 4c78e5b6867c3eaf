#include "core/neural/weights/folder/component_class.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace retailor::weights {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array classParts{Pair{"UNet2DConditionModel", "unet"},
                                Pair{"AutoencoderKL", "vae"},
                                Pair{"AutoencoderTiny", "vae"},
                                Pair{"CLIPTextModel", "text_encoder"},
                                Pair{"CLIPTextModelWithProjection", "text_encoder"},
                                Pair{"CLIPVisionModel", "image_encoder"},
                                Pair{"CLIPVisionModelWithProjection", "image_encoder"},
                                Pair{"PaintByExampleImageEncoder", "image_encoder"}};

}  // namespace

std::string classIn(const nlohmann::json& config) {
  if (const auto name = config.find("_class_name"); name != config.end() && name->is_string()) return name->get<std::string>();
  const auto architectures = config.find("architectures");
  const bool hasOne =
      architectures != config.end() && architectures->is_array() && !architectures->empty() && (*architectures)[0].is_string();
  return hasOne ? (*architectures)[0].get<std::string>() : std::string();
}

std::string_view componentOfClass(std::string_view className) {
  for (const auto& [known, part] : classParts)
    if (known == className) return part;
  return {};
}

}  // namespace retailor::weights
