#pragma once

#include <string>

#include "core/neural/tensor/device_choice.h"
#include "core/result.h"

namespace retailor::neural {

// The functions of this room that the library retailor-networks exports. C++ types cross the line: program and library are of one build
// and lie in one folder.
using FindDevices = void (*)(Devices* devices);
constexpr const char* findDevicesName = "retailor_find_devices";

// See models/check_settings.h.
using CheckSettings = void (*)(const std::string& part, const std::string& json, const std::string& owner, Result<void>* checked);
constexpr const char* checkSettingsName = "retailor_check_settings";

}  // namespace retailor::neural
