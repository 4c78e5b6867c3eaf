#pragma once

#include <functional>
#include <string>
#include <utility>

#include "core/neural/tensor/network_failure.h"
#include "core/result.h"

namespace retailor::diffusion {

// What a run does to need less memory, one thing after the other.
enum class Rung { FreeBetweenStages, TiledAutoencoder, GuidanceInTwoCalls, SlicedAttention, Offload, SmallerWindow, Processor };

// The part of a run that did not fit: each rung helps some of them only.
enum class Stage { Encoding, Denoising, Decoding };

struct MemoryPlan {
  bool freeBetweenStages = false;  // text encoder and autoencoder are let go when their stage is over
  bool tiledAutoencoder = false;
  bool guidanceInTwoCalls = false;
  bool slicedAttention = false;
  bool offload = false;  // on the device lies only the network at work
  int halvings = 0;      // of the working area
  bool onProcessor = false;
};

// Which rungs a run has at all.
struct LadderChoices {
  bool mayShrink = false;  // the user agreed to a smaller window
  bool onGpu = false;      // there is a processor to fall back to
  bool guided = false;     // there are two halves to compute apart
};

// Steps down when memory does not suffice. Each step is said to the user once, and none is taken back during a run. One run, one thread.
class MemoryLadder {
 public:
  // `letGo`: frees what is only kept for later, whenever memory did not suffice.
  MemoryLadder(const LadderChoices& choices, std::function<void(const std::string&)> say, std::function<void()> letGo = {})
      : m_choices(choices), m_say(std::move(say)), m_letGo(std::move(letGo)) {}

  const MemoryPlan& plan() const { return m_plan; }

  // Takes the next rung that can help this stage. False when there is none left.
  bool stepDown(Stage stage);

  // Does `work`, which returns a Result, under guard; steps down and tries again as long as it runs out of memory, `release` called before
  // each further try. Any other failure is handed on at once. A smaller window cannot be had inside a stage: there the failure comes back
  // with restarts() one higher, and the run has to begin anew.
  template <class Work>
  auto attempt(Stage stage, const std::string& doing, const Work& work, const std::function<void()>& release) -> decltype(work()) {
    while (true) {
      const int before = restarts();
      auto done = flat(neural::guarded(doing, work));
      if (done.ok() || done.failure().kind != FailureKind::OutOfMemory) return done;
      if (m_letGo) m_letGo();
      release();
      if (!stepDown(stage)) return exhausted(done.failure());
      if (restarts() != before) return done.failure();
    }
  }

  int restarts() const { return m_plan.halvings; }

 private:
  template <class Value>
  static Result<Value> flat(Result<Result<Value>> nested) {
    return nested.ok() ? std::move(nested).value() : Result<Value>(nested.failure());
  }
  Failure exhausted(const Failure& last) const;
  bool canTake(Rung rung) const;
  void take(Rung rung);

  LadderChoices m_choices;
  std::function<void(const std::string&)> m_say;
  std::function<void()> m_letGo;
  MemoryPlan m_plan;
};

}  // namespace retailor::diffusion
