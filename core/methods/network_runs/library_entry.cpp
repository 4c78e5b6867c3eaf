#include "core/methods/network_runs/library_entry.h"

#include <string_view>

extern "C" __attribute__((visibility("default"))) bool retailor_run_network(const char* stamp, const char* key,
                                                                            const retailor::completion::CompletionRequest& request,
                                                                            retailor::completion::CompletionListener& listener,
                                                                            const std::stop_token& stop,
                                                                            retailor::completion::CompletionOutcome* outcome) {
  if (stamp == nullptr || stamp != retailor::completion::libraryStamp()) return false;
  for (const auto& run : retailor::network_runs::networkRuns())
    if (std::string_view(key) == run.key) {
      *outcome = run.complete(request, listener, stop);
      return true;
    }
  return false;
}

extern "C" __attribute__((visibility("default"))) bool retailor_prepare_for_network(
    const char* stamp, const char* key, const retailor::completion::CompletionRequest& request, const std::stop_token& stop,
    retailor::Result<retailor::completion::PreparedInputs>* inputs) {
  if (stamp == nullptr || stamp != retailor::completion::libraryStamp()) return false;
  for (const auto& run : retailor::network_runs::networkRuns())
    if (std::string_view(key) == run.key) {
      *inputs = run.prepare(request, stop);
      return true;
    }
  return false;
}
