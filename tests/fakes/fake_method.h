#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/completion/completion_method.h"

namespace retailor::fakes {

// What a fake method does in a test. Left alone it takes eight steps without delay and gives its pattern.
struct FakeBehaviour {
  std::string key = "fake";
  int steps = 8;
  std::chrono::milliseconds stepTime{0};   // of each step; a stop request ends it at once
  int failAtStep = 0;                      // 1-based; 0: never
  std::optional<Failure> failure;          // what it fails with there; absent: it throws std::runtime_error
  bool throwsBadAlloc = false;             // throws std::bad_alloc there instead
  std::chrono::milliseconds sightTime{0};  // of telling what it sees; a stop request ends it at once
  enum class Sight { Begun, Answered, GivenUp };
  std::function<void(Sight)> asked;  // told when it begins to tell what it sees, and how that ended
  bool givesNothing = false;         // breaks the contract: no candidate at the end
  std::vector<completion::MissingFile> missing;
  std::string missingUntil;                                    // nothing is missing once this is among the folders
  std::vector<completion::UsableModel> models;                 // all of them, or those that were named
  std::vector<completion::Setting> settings;                   // heeded besides the usual ones
  std::function<void(const completion::ModelFolders&)> heard;  // told the folders of each run and of each question for readiness
};

// A completion method for tests: draws a checker whose colours come from the seed, square by square from the top, and tells of every step
// with a preview. Same request, same pixels. The window is the mask's bounding box grown by 8 pixels, or as the settings ask.
class FakeMethod : public completion::CompletionMethod {
 public:
  explicit FakeMethod(FakeBehaviour behaviour = {});

  const completion::MethodTraits& traits() const override { return m_traits; }
  completion::MethodReadiness readiness(const completion::ModelFolders& folders) const override;
  completion::CompletionOutcome complete(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                         std::stop_token stop) override;
  // The window as it is, its mask twice, the window with a black hole, and each reference as it is.
  Result<completion::PreparedInputs> preparedInputs(const completion::CompletionRequest& request, std::stop_token stop) override;

  // The 8-bit sample that a finished candidate of `seed` has at a pixel of the photo.
  static std::uint8_t sampleAt(std::uint64_t seed, int x, int y, int channel);

 private:
  int stepsToTake(const completion::CompletionSettings& settings) const;
  std::optional<Failure> failureAt(int step) const;

  FakeBehaviour m_behaviour;
  completion::MethodTraits m_traits;
};

}  // namespace retailor::fakes
