#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/completion/completion_method.h"

namespace retailor::methods {

// Runs the method of that key in the networks' library, which is opened the first time: the better part of a second and hundreds of
// megabytes. On the worker only; never throws.
using RunNetwork = std::function<completion::CompletionOutcome(const std::string& key, const completion::CompletionRequest& request,
                                                               completion::CompletionListener& listener, std::stop_token stop)>;

// What that method would be given for a request, by the same library. Any thread.
using PrepareForNetwork = std::function<Result<completion::PreparedInputs>(
    const std::string& key, const completion::CompletionRequest& request, std::stop_token stop)>;

// How methods with networks reach the library that holds them; only the program opens libraries.
struct NetworkDoor {
  RunNetwork run;
  PrepareForNetwork prepare;
};

// A method whose networks live in another library. What it is called, which settings it heeds and which weights it lacks is known here,
// without libtorch, so that it can be listed and explained on machines that never run it.
class NetworkMethod final : public completion::CompletionMethod {
 public:
  using FindReadiness = std::function<completion::MethodReadiness(const completion::ModelFolders& folders)>;
  NetworkMethod(completion::MethodTraits traits, FindReadiness findReadiness, NetworkDoor door);

  const completion::MethodTraits& traits() const override { return m_traits; }
  // Looks through the model folders: reads the disk. Any thread.
  completion::MethodReadiness readiness(const completion::ModelFolders& folders) const override;
  completion::CompletionOutcome complete(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                         std::stop_token stop) override;
  Result<completion::PreparedInputs> preparedInputs(const completion::CompletionRequest& request, std::stop_token stop) override;

 private:
  completion::MethodTraits m_traits;
  FindReadiness m_findReadiness;
  NetworkDoor m_door;
};

}  // namespace retailor::methods
