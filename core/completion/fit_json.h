#pragma once

#include <nlohmann/json.hpp>

#include "core/garment/fit_settings.h"

namespace retailor::completion {

// A fit as part of a larger file. For .cpp files of this room only. fitFrom() throws json_fields::Refused.
nlohmann::ordered_json fitJson(const garment::FitSettings& fit);
garment::FitSettings fitFrom(const nlohmann::json& json, const std::string& path);

}  // namespace retailor::completion
