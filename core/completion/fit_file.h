#pragma once

#include <string>

#include "core/garment/fit_settings.h"
#include "core/result.h"

namespace retailor::completion {

// A fit as JSON: in fit files (--reference …,fit=FILE), recipes and projects. Numbers come back exactly.
std::string toJson(const garment::FitSettings& fit);  // UTF-8, indented, keys in a fixed order
// BadInput for anything that is not a fit of a version we know, or whose numbers are out of range. Keys left out keep their defaults.
Result<garment::FitSettings> fitFromJson(const std::string& json);

}  // namespace retailor::completion
