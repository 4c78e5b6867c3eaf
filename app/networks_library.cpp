#include "app/networks_library.h"

#include "app/shared_library.h"
#include "core/neural/library_entry.h"

namespace retailor::app {

Result<neural::Devices> findDevices() {
  const Result<void*> function = functionOf("libretailor-networks.so", neural::findDevicesName);
  if (!function) return function.failure();
  neural::Devices devices;
  reinterpret_cast<neural::FindDevices>(*function)(&devices);
  return devices;
}

}  // namespace retailor::app
