#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "core/completion/completion_method.h"

namespace retailor::completion {

// A run that waits or goes: the request as it was when asked, the method, the ear that hears it. Shared by queue and asker.
struct CompletionJob {
  std::uint64_t run = 0;
  CompletionRequest request;
  std::shared_ptr<CompletionMethod> method;
  std::shared_ptr<CompletionListener> listener;
  std::function<void(CompletionOutcome)> finished;  // called on the worker, once, whatever happens
  std::stop_source stop;
};

// One worker thread, one run at a time, in the order asked. Requests are checked before they run; anything a method throws becomes a
// Failure. Destroying the queue asks every job to stop and waits for the worker. Public calls: any thread.
class JobQueue {
 public:
  JobQueue();
  ~JobQueue();
  JobQueue(const JobQueue&) = delete;

  std::uint64_t start(CompletionRequest request, std::shared_ptr<CompletionMethod> method, std::shared_ptr<CompletionListener> listener,
                      std::function<void(CompletionOutcome)> finished);
  void cancel(std::uint64_t run);  // waiting or going; nothing happens when it is over
  void cancelAll();
  bool idle() const;
  // Other work that must not share the machine with a run (loading the methods' library, GrabCut): runs on the worker in turn.
  void post(std::function<void(std::stop_token)> work);

 private:
  void work(const std::stop_token& stop);

  mutable std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::deque<std::function<void(std::stop_token)>> m_waiting;
  std::deque<std::shared_ptr<CompletionJob>> m_jobs;  // waiting and going, for cancel
  std::uint64_t m_lastRun = 0;
  bool m_busy = false;
  std::jthread m_worker;  // last: starts when the rest is ready, ends first
};

}  // namespace retailor::completion
