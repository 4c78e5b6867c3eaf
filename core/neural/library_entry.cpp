#include "core/neural/library_entry.h"

#include "core/neural/models/check_settings.h"

extern "C" __attribute__((visibility("default"))) void retailor_find_devices(retailor::neural::Devices* devices) {
  *devices = retailor::neural::findDevices();
}

extern "C" __attribute__((visibility("default"))) void retailor_check_settings(const std::string& part, const std::string& json,
                                                                               const std::string& owner, retailor::Result<void>* checked) {
  *checked = retailor::neural::checkSettings(part, json, owner);
}
