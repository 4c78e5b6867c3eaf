#include "core/methods/network_method.h"

#include <utility>

namespace retailor::methods {

using completion::MethodReadiness;

NetworkMethod::NetworkMethod(completion::MethodTraits traits, FindReadiness findReadiness, NetworkDoor door)
    : m_traits(std::move(traits)), m_findReadiness(std::move(findReadiness)), m_door(std::move(door)) {}

MethodReadiness NetworkMethod::readiness(const completion::ModelFolders& folders) const { return m_findReadiness(folders); }

completion::CompletionOutcome NetworkMethod::complete(const completion::CompletionRequest& request,
                                                      completion::CompletionListener& listener, std::stop_token stop) {
  if (stop.stop_requested()) return completion::Cancelled{};
  return m_door.run(m_traits.key, request, listener, std::move(stop));
}

Result<completion::PreparedInputs> NetworkMethod::preparedInputs(const completion::CompletionRequest& request, std::stop_token stop) {
  return m_door.prepare(m_traits.key, request, std::move(stop));
}

}  // namespace retailor::methods
