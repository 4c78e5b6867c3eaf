#pragma once

#include "tests/fakes/fake_method.h"
#include "ui/run/method_source.h"

namespace retailor::tests {

// Fake methods for the window's tests: one that takes its time, one that fails, one that lacks a file.
inline fakes::FakeBehaviour slow(int steps, std::chrono::milliseconds stepTime) {
  fakes::FakeBehaviour behaviour;
  behaviour.steps = steps;
  behaviour.stepTime = stepTime;
  return behaviour;
}

inline fakes::FakeBehaviour failing(int step, const std::string& sentence) {
  fakes::FakeBehaviour behaviour;
  behaviour.failAtStep = step;
  behaviour.failure = Failure{FailureKind::OutOfMemory, sentence};
  return behaviour;
}

inline fakes::FakeBehaviour lacking(const std::string& what, const std::string& where) {
  fakes::FakeBehaviour behaviour;
  behaviour.missing = {{what, where}};
  return behaviour;
}

inline ui::MethodSource source(const fakes::FakeBehaviour& behaviour) {
  return [behaviour]() -> Result<ui::Methods> { return ui::Methods{std::make_shared<fakes::FakeMethod>(behaviour)}; };
}

}  // namespace retailor::tests
