#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/completion/completion_method.h"

namespace retailor::methods {

// Runs the method of that key in the networks' library, which is opened the first time: the better part of a second and hundreds of megabytes. On
// the worker only; never throws.
using RunNetwork = std::function<completion::CompletionOutcome(const std::string& key, const completion::CompletionRequest& request,
                                                               completion::CompletionListener& listener, std::stop_token stop)>;

// A method whose networks live in another library. What it is called, which settings it heeds and which weights it lacks is known here, without
// libtorch, so that it can be listed and explained on machines that never run it.
class NetworkMethod final : public completion::CompletionMethod {
 public:
  using FindReadiness = std::function<completion::MethodReadiness(const std::vector<std::string>& modelFolders)>;
  NetworkMethod(completion::MethodTraits traits, FindReadiness findReadiness, RunNetwork runNetwork);

  const completion::MethodTraits& traits() const override { return m_traits; }
  // Looks through the model folders; what it found is told again for two seconds, since the window asks after every change. Any thread.
  completion::MethodReadiness readiness(const std::vector<std::string>& modelFolders) const override;
  completion::CompletionOutcome complete(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                         std::stop_token stop) override;

 private:
  struct Found {
    std::vector<std::string> folders;
    completion::MethodReadiness readiness;
    std::chrono::steady_clock::time_point when;
  };

  completion::MethodTraits m_traits;
  FindReadiness m_findReadiness;
  RunNetwork m_runNetwork;
  mutable std::mutex m_mutex;
  mutable std::optional<Found> m_found;
};

}  // namespace retailor::methods
