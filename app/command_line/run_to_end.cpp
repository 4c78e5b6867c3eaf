#include "app/command_line/run_to_end.h"

#include <future>
#include <utility>

#include "core/completion/job_queue.h"

namespace retailor::command_line {

using completion::CompletionOutcome;

CompletionOutcome runToEnd(const completion::CompletionRequest& request, std::shared_ptr<completion::CompletionMethod> method,
                           std::shared_ptr<completion::CompletionListener> listener, const std::stop_token& stop) {
  std::promise<CompletionOutcome> over;  // outlives the queue, whose worker fulfils it
  completion::JobQueue queue;
  queue.start(request, std::move(method), std::move(listener), [&over](CompletionOutcome outcome) { over.set_value(std::move(outcome)); });
  const std::stop_callback cancel(stop, [&queue] { queue.cancelAll(); });
  return over.get_future().get();
}

}  // namespace retailor::command_line
