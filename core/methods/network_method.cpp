#include "core/methods/network_method.h"

#include <utility>

namespace retailor::methods {

using completion::MethodReadiness;

NetworkMethod::NetworkMethod(completion::MethodTraits traits, FindReadiness findReadiness, RunNetwork runNetwork)
    : m_traits(std::move(traits)), m_findReadiness(std::move(findReadiness)), m_runNetwork(std::move(runNetwork)) {}

MethodReadiness NetworkMethod::readiness(const completion::ModelFolders& folders) const { return m_findReadiness(folders); }

completion::CompletionOutcome NetworkMethod::complete(const completion::CompletionRequest& request,
                                                      completion::CompletionListener& listener, std::stop_token stop) {
  if (stop.stop_requested()) return completion::Cancelled{};
  return m_runNetwork(m_traits.key, request, listener, std::move(stop));
}

}  // namespace retailor::methods
