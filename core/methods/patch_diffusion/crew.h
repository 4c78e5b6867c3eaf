#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace retailor::patch_diffusion {

// A few threads that share out one loop at a time. The loop is cut into chunks that do not depend on the number of threads, and
// every chunk writes only its own results, so the outcome is the same for any crew. Owned by one run; used from that run's thread.
class Crew {
 public:
  // `threads` counts the calling thread; 0 means one for each processor. No chunk is started once `stop` is requested.
  Crew(int threads, std::stop_token stop);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // Calls body(first, last) for ranges that cover [0, count), each at most `chunk` long. Returns when all are done, rethrowing the
  // first exception. After a stop request some ranges may be left out: check stopped() before using the results.
  void overRange(std::ptrdiff_t count, std::ptrdiff_t chunk, const std::function<void(std::ptrdiff_t, std::ptrdiff_t)>& body);
  // The same over picture rows, some eight at a time.
  void overRows(int rows, const std::function<void(int)>& row);

  bool stopped() const { return m_stop.stop_requested(); }
  const std::stop_token& stopToken() const { return m_stop; }

 private:
  struct Loop;
  void serve();
  static void work(Loop& loop, const std::stop_token& stop);

  std::stop_token m_stop;
  std::mutex m_mutex;
  std::condition_variable m_wake, m_done;
  Loop* m_loop = nullptr;  // the loop being shared out
  std::size_t m_generation = 0;
  int m_busy = 0;
  bool m_closing = false;
  std::vector<std::jthread> m_threads;
};

}  // namespace retailor::patch_diffusion
