#pragma once

#include "core/neural/tensor/device_choice.h"

namespace retailor::neural {

// The one function that the library retailor-networks exports. C++ types cross the line: program and library are of one build and lie in
// one folder.
using FindDevices = void (*)(Devices* devices);
constexpr const char* findDevicesName = "retailor_find_devices";

}  // namespace retailor::neural
