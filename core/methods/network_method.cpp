#include "core/methods/network_method.h"

#include <utility>

namespace retailor::methods {

using completion::MethodReadiness;

NetworkMethod::NetworkMethod(completion::MethodTraits traits, FindReadiness findReadiness, RunNetwork runNetwork)
    : m_traits(std::move(traits)), m_findReadiness(std::move(findReadiness)), m_runNetwork(std::move(runNetwork)) {}

MethodReadiness NetworkMethod::readiness(const std::vector<std::string>& modelFolders) const {
  constexpr std::chrono::seconds fresh{2};
  const std::lock_guard lock(m_mutex);
  const auto now = std::chrono::steady_clock::now();
  if (!m_found || m_found->folders != modelFolders || now - m_found->when > fresh) m_found = {modelFolders, m_findReadiness(modelFolders), now};
  return m_found->readiness;
}

completion::CompletionOutcome NetworkMethod::complete(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                                      std::stop_token stop) {
  if (stop.stop_requested()) return completion::Cancelled{};
  return m_runNetwork(m_traits.key, request, listener, std::move(stop));
}

}  // namespace retailor::methods
