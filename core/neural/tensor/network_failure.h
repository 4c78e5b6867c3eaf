#pragma once

#include <stdexcept>
#include <string>
#include <type_traits>

#include "core/result.h"

namespace retailor::neural {

// Thrown inside this room where weights or settings cannot be used; holds the sentence for the user. Leaves the room only as a Failure.
class RefusedModel : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Where tensors come into a network, before inner loops trust their sizes. Throws RefusedModel: what does not fit came from another part of
// the model, or from the caller. `owner` names the network's file, `what` says in words what it was given.
void requireInput(bool fits, const std::string& owner, const std::string& what);

// The failure that the exception now being handled stands for: a refused model is MissingWeights, an allocation that did not fit
// OutOfMemory, anything else Internal. `doing` names the work in a sentence: "Loading the U-Net". Call it inside a catch clause only.
Failure failureBeingHandled(const std::string& doing);

// The edge of the room: does `work` and turns what it throws, libtorch's exceptions included, into a failure.
template <class Work>
auto guarded(const std::string& doing, Work&& work) -> Result<std::invoke_result_t<Work>> {
  try {
    return work();
  } catch (...) {
    return failureBeingHandled(doing);
  }
}

}  // namespace retailor::neural
