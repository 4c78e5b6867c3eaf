#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace retailor::weights {

// The class that a config.json names: diffusers' "_class_name", or the first of transformers' "architectures". Empty where it names none.
std::string classIn(const nlohmann::json& config);

// The part that such a class plays in a pipeline: "unet" for "UNet2DConditionModel". Empty for a class of another kind.
std::string_view componentOfClass(std::string_view className);

}  // namespace retailor::weights
