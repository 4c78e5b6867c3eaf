// fuzz_weights COUNT [SEED]: see README.md.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "tests/fuzz/made_up_weights.h"
#include "tests/fuzz/weights_target.h"

namespace {

constexpr unsigned mostSeconds = 5;

std::string current;

void keepCurrent() { std::ofstream("crashing_input.bin", std::ios::binary) << current; }

// The process is lost: what this handler does can make nothing worse.
void onSignal(int signal) {
  keepCurrent();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

int main(int count, char** values) {
  using namespace retailor::tests;
  const std::uint64_t inputs = count > 1 ? std::strtoull(values[1], nullptr, 10) : 20'000;
  const std::uint64_t seed = count > 2 ? std::strtoull(values[2], nullptr, 10) : 1;
  for (const int signal : {SIGABRT, SIGALRM, SIGSEGV, SIGBUS}) std::signal(signal, onSignal);
  MadeUpWeights made(seed);
  for (std::uint64_t i = 0; i < inputs; ++i) {
    current = made.next();
    ::alarm(mostSeconds);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.data()), current.size());
  }
  ::alarm(0);
  const Opened& opened = openedSoFar();
  std::printf("%llu inputs, %llu accepted, %llu tensors read\n", static_cast<unsigned long long>(opened.inputs),
              static_cast<unsigned long long>(opened.accepted), static_cast<unsigned long long>(opened.tensors));
  return opened.accepted > inputs / 100 ? 0 : 1;
}
