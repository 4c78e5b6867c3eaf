#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/completion/completion_listener.h"
#include "core/completion/completion_outcome.h"
#include "core/completion/completion_request.h"
#include "core/completion/method_readiness.h"
#include "core/completion/prepared_inputs.h"

namespace retailor::completion {

// Which settings a method heeds, so that the window shows only those and the command line can refuse the rest.
enum class Setting {
  Preset,
  Prompt,
  NegativePrompt,
  Steps,
  Guidance,
  GuidanceInterval,
  Strength,
  ReferenceScale,
  ImageScale,
  Similarity,
  StayInPlace,
  KeepReferenceColour,
  Placement,
  Pose,
  Scheduler,
  Loras,
  Window,
  WorkingSize,
  SmallerWindow,
  Precision
};

struct MethodTraits {
  std::string key;          // "patch-diffusion": command line, recipe
  std::string title;        // for the screen
  std::string description;  // one sentence: what it can and cannot do
  std::vector<Setting> settings;
  int maxReferences = 0;      // 0: any number
  bool fitsGarments = false;  // heeds TaggedReference::fit, and with it requests without a mask (fitted_references.h)
};

// One way of completing a photo. Stateless between runs; complete() is called on the worker thread only, one run at a time.
class CompletionMethod {
 public:
  virtual ~CompletionMethod() = default;
  virtual const MethodTraits& traits() const = 0;
  // May read the disk: not on a thread that must not wait.
  virtual MethodReadiness readiness(const ModelFolders& folders) const = 0;
  // Runs to the end, to the next chance after `stop` is requested (within 100 ms on the CPU), or to a failure. Never throws.
  virtual CompletionOutcome complete(const CompletionRequest& request, CompletionListener& listener, std::stop_token stop) = 0;
  // What a run of this request would be given, made by the run's own code, without running it. Fails as the run would on bad input. May
  // take seconds; any thread, beside a run too. Stopped: an answer that nobody is to look at. Never throws.
  virtual Result<PreparedInputs> preparedInputs(const CompletionRequest& /*request*/, std::stop_token /*stop*/) {
    return badInput("The method " + traits().key + " does not tell what it sees.");
  }
};

}  // namespace retailor::completion
