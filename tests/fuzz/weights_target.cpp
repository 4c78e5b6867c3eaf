#include "tests/fuzz/weights_target.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "core/neural/weights/folder/single_file.h"
#include "core/neural/weights/folder/weight_kind.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/weight_names.h"

namespace retailor::tests {
namespace {

Opened soFar;

// A file in memory, written over for every input.
class MemoryFile {
 public:
  std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }
  void fill(const std::uint8_t* data, std::size_t size) const {
    if (::ftruncate(m_descriptor, 0) != 0 || ::pwrite(m_descriptor, data, size, 0) != static_cast<ssize_t>(size)) std::abort();
  }

 private:
  int m_descriptor = ::memfd_create("weights", MFD_CLOEXEC);
};

void read(const weights::WeightMap& map) {
  ++soFar.accepted;
  soFar.tensors += map.tensors.size();
  volatile unsigned sum = 0;
  for (const auto& [name, tensor] : map.tensors) {
    for (const std::byte byte : tensor.bytes) sum = sum + static_cast<unsigned>(byte);
    if (static_cast<std::uint64_t>(tensor.count()) * weights::bytesOf(tensor.element) != tensor.bytes.size()) std::abort();
  }
}

}  // namespace

const Opened& openedSoFar() { return soFar; }

}  // namespace retailor::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace retailor;
  static const tests::MemoryFile file;
  file.fill(data, size);
  ++tests::soFar.inputs;
  const auto map = weights::openWeights(file.path());
  if (!map) {
    if (map.failure().sentence.empty() || map.failure().kind != FailureKind::MissingWeights) std::abort();
    return 0;
  }
  tests::read(*map);
  (void)weights::weightKindOf(*map);
  (void)weights::withCurrentNames(*map);
  (void)weights::componentOfCheckpoint(*map, "unet");
  return 0;
}
