#pragma once

#include <cstddef>
#include <cstdint>

// libFuzzer's entry: opens the bytes as a weight file and reads what it gives. Always 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace retailor::tests {

struct Opened {
  std::uint64_t inputs = 0;
  std::uint64_t accepted = 0;  // opened without a failure
  std::uint64_t tensors = 0;
};
// What has been opened so far: a run in which nothing is ever accepted tests little.
const Opened& openedSoFar();

}  // namespace retailor::tests
