#include "app/command_line/devices_command.h"

#include <cstdio>

#include "app/networks_library.h"

namespace retailor::command_line {

ExitCode runDevices() {
  const Result<neural::Devices> devices = app::findDevices();
  if (!devices) {
    std::fprintf(stderr, "retailor-cli: %s\n", devices.failure().sentence.c_str());
    return exitCodeOf(devices.failure().kind);
  }
  std::printf("libtorch %s\n", devices->libtorchVersion.c_str());
  for (const neural::Device& device : devices->usable) std::printf("%-5s %s\n", device.key.c_str(), device.name.c_str());
  if (!devices->whyNoCuda.empty()) std::printf("no CUDA: %s\n", devices->whyNoCuda.c_str());
  return ExitCode::Done;
}

}  // namespace retailor::command_line
