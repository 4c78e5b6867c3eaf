#pragma once

#include <string>

#include "core/result.h"

namespace retailor::neural {

// Whether the networks and samplers here can work as a part's settings say, found out without its weights. `part` is its folder in a
// pipeline, `json` the text of its settings file, `owner` that file or folder for the sentence. Success for parts of other classes than
// Stable Diffusion's, of which nothing is known here. MissingWeights or BadInput names the setting.
Result<void> checkSettings(const std::string& part, const std::string& json, const std::string& owner);

}  // namespace retailor::neural
