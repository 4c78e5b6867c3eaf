#include "app/command_line/stop_signals.h"

#include <csignal>

#include <pthread.h>

namespace retailor::command_line {
namespace {

sigset_t stopSet() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

StopSignals::StopSignals() {
  const sigset_t set = stopSet();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  m_listener = std::thread([this] { listen(); });
}

StopSignals::~StopSignals() {
  m_over = true;
  pthread_kill(m_listener.native_handle(), SIGTERM);  // wakes sigwait, NOLINT(bugprone-bad-signal-to-kill-thread)
  m_listener.join();
}

// A thread that waits for signals may do what a signal handler must not: lock, notify, call stop callbacks.
void StopSignals::listen() {
  const sigset_t set = stopSet();
  int signal = 0;
  while (!m_over) {
    sigwait(&set, &signal);
    if (!m_over) m_stop.request_stop();
  }
}

}  // namespace retailor::command_line
