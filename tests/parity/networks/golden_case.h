#pragma once

#include <ATen/ATen.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/neural/models/model_settings.h"
#include "tests/support/name_seeded_weights.h"

namespace retailor::parity {

using Outputs = std::map<std::string, at::Tensor>;
using CaseTable = std::map<std::string, std::function<Outputs()>>;

// The settings that make_network_goldens.py left under that name.
neural::ModelSettings settingsOf(const std::string& model);
std::string settingsText(const std::string& model);

CaseTable unetCases();
CaseTable partCases();
CaseTable imagePromptCases();
CaseTable autoencoderCases();
CaseTable clipCases();
CaseTable pictureCases();
CaseTable completeMeCases();
CaseTable parserCases();

// RGB, the same as picture() of make_network_goldens.py.
std::vector<std::uint8_t> unsmoothPicture(int width, int height);

}  // namespace retailor::parity
