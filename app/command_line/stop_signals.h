#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace retailor::command_line {

// Turns Ctrl+C (SIGINT) and SIGTERM into a stop request. Make it first thing in main: threads made later inherit that the signals do not
// kill them.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;

  std::stop_token token() const { return m_stop.get_token(); }

 private:
  void listen();

  std::stop_source m_stop;
  std::atomic<bool> m_over = false;
  std::thread m_listener;
};

}  // namespace retailor::command_line
