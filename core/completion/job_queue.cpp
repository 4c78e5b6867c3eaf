#include "core/completion/job_queue.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "core/completion/fitted_references.h"

namespace retailor::completion {
namespace {

CompletionOutcome checkedRun(CompletionJob& job) {
  const std::stop_token stop = job.stop.get_token();
  if (stop.stop_requested()) return Cancelled{};
  if (const Result<void> fit = checkRequest(job.request); !fit) return fit.failure();
  if (hasFittedReferences(job.request) && !job.method->traits().fitsGarments)
    return badInput("The method " + job.method->traits().key + " does not fit garments; choose patch-diffusion, or place them by hand.");
  CompletionOutcome outcome = job.method->complete(job.request, *job.listener, stop);
  const auto* candidates = std::get_if<std::vector<Candidate>>(&outcome);
  if (candidates != nullptr && candidates->empty())
    return Failure{FailureKind::Internal, "The completion method gave no result; please report this."};
  return outcome;
}

// Nothing that a method or a listener throws may reach the worker: the program goes on, and the user reads a sentence.
CompletionOutcome outcomeOf(CompletionJob& job) {
  try {
    return checkedRun(job);
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory,
                   "The run does not fit in memory; choose a smaller window or working size, or fewer variations."};
  } catch (const std::exception& problem) {
    return Failure{FailureKind::Internal, std::string("The completion method failed: ") + problem.what()};
  } catch (...) {
    return Failure{FailureKind::Internal, "The completion method failed for an unknown reason; please report this."};
  }
}

// Posted work and `finished` tell their own failures. One that throws all the same must not end a program with unsaved work.
void callSafely(const std::function<void(std::stop_token)>& call, const std::stop_token& stop) {
  try {
    call(stop);
  } catch (...) {
    return;
  }
}

}  // namespace

JobQueue::JobQueue() : m_worker([this](const std::stop_token& stop) { work(stop); }) {}

JobQueue::~JobQueue() {
  cancelAll();
  m_worker.request_stop();
  m_worker.join();
}

std::uint64_t JobQueue::start(CompletionRequest request, std::shared_ptr<CompletionMethod> method,
                              std::shared_ptr<CompletionListener> listener, std::function<void(CompletionOutcome)> finished) {
  auto job = std::make_shared<CompletionJob>();
  job->request = std::move(request);
  job->method = std::move(method);
  job->listener = std::move(listener);
  job->finished = std::move(finished);
  const std::lock_guard lock(m_mutex);
  job->run = ++m_lastRun;
  m_jobs.push_back(job);
  m_waiting.emplace_back([this, job](const std::stop_token& queueEnds) {
    const std::stop_callback stopToo(queueEnds, [&job] { job->stop.request_stop(); });
    CompletionOutcome outcome = outcomeOf(*job);
    {
      const std::lock_guard over(m_mutex);
      std::erase(m_jobs, job);
    }
    job->finished(std::move(outcome));
  });
  m_wake.notify_one();
  return job->run;
}

void JobQueue::cancel(std::uint64_t run) {
  std::shared_ptr<CompletionJob> job;
  {
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find_if(m_jobs, [run](const auto& one) { return one->run == run; });
    if (found != m_jobs.end()) job = *found;
  }
  if (job) job->stop.request_stop();
}

void JobQueue::cancelAll() {
  std::deque<std::shared_ptr<CompletionJob>> jobs;
  {
    const std::lock_guard lock(m_mutex);
    jobs = m_jobs;
  }
  for (const auto& job : jobs) job->stop.request_stop();
}

bool JobQueue::idle() const {
  const std::lock_guard lock(m_mutex);
  return !m_busy && m_waiting.empty();
}

void JobQueue::post(std::function<void(std::stop_token)> work) {
  const std::lock_guard lock(m_mutex);
  m_waiting.emplace_back([work = std::move(work)](const std::stop_token& queueEnds) {
    if (!queueEnds.stop_requested()) work(queueEnds);
  });
  m_wake.notify_one();
}

// Runs on after the end was asked for until nobody waits: every job is owed its `finished`.
void JobQueue::work(const std::stop_token& stop) {
  while (true) {
    std::function<void(std::stop_token)> next;
    {
      std::unique_lock lock(m_mutex);
      m_busy = false;
      m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); });
      if (m_waiting.empty()) return;
      next = std::move(m_waiting.front());
      m_waiting.pop_front();
      m_busy = true;
    }
    callSafely(next, stop);
  }
}

}  // namespace retailor::completion
