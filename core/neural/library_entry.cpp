#include "core/neural/library_entry.h"

extern "C" __attribute__((visibility("default"))) void retailor_find_devices(retailor::neural::Devices* devices) {
  *devices = retailor::neural::findDevices();
}
