#include "core/methods/patch_diffusion/crew.h"

#include <algorithm>
#include <atomic>
#include <exception>

namespace retailor::patch_diffusion {

struct Crew::Loop {
  std::ptrdiff_t count;
  std::ptrdiff_t chunk;
  const std::function<void(std::ptrdiff_t, std::ptrdiff_t)>& body;
  std::atomic<std::ptrdiff_t> next{0};
  std::mutex mutex;
  std::exception_ptr error;
};

namespace {
int threadCount(int wanted) {
  if (wanted > 0) return std::min(wanted, 256);
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}
}  // namespace

Crew::Crew(int threads, std::stop_token stop) : m_stop(std::move(stop)) {
  for (int i = 1; i < threadCount(threads); ++i) m_threads.emplace_back([this] { serve(); });
}

Crew::~Crew() {
  {
    const std::lock_guard lock(m_mutex);
    m_closing = true;
  }
  m_wake.notify_all();
}

void Crew::work(Loop& loop, const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const std::ptrdiff_t first = loop.next.fetch_add(loop.chunk);
    if (first >= loop.count) return;
    try {
      loop.body(first, std::min(first + loop.chunk, loop.count));
    } catch (...) {
      const std::lock_guard lock(loop.mutex);
      if (!loop.error) loop.error = std::current_exception();
      loop.next = loop.count;
    }
  }
}

void Crew::serve() {
  std::size_t seen = 0;
  std::unique_lock lock(m_mutex);
  while (true) {
    m_wake.wait(lock, [&] { return m_closing || m_generation != seen; });
    if (m_closing) return;
    seen = m_generation;
    Loop* loop = m_loop;
    lock.unlock();
    work(*loop, m_stop);
    lock.lock();
    if (--m_busy == 0) m_done.notify_one();
  }
}

void Crew::overRange(std::ptrdiff_t count, std::ptrdiff_t chunk, const std::function<void(std::ptrdiff_t, std::ptrdiff_t)>& body) {
  if (count <= 0) return;
  Loop loop{.count = count, .chunk = std::max<std::ptrdiff_t>(1, chunk), .body = body, .next = 0, .mutex = {}, .error = {}};
  const bool shared = !m_threads.empty() && count > loop.chunk;
  if (shared) {
    const std::lock_guard lock(m_mutex);
    m_loop = &loop;
    ++m_generation;
    m_busy = static_cast<int>(m_threads.size());
  }
  if (shared) m_wake.notify_all();
  work(loop, m_stop);
  if (shared) {
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [&] { return m_busy == 0; });
  }
  if (loop.error) std::rethrow_exception(loop.error);
}

void Crew::overRows(int rows, const std::function<void(int)>& row) {
  overRange(rows, 8, [&](std::ptrdiff_t first, std::ptrdiff_t last) {
    for (std::ptrdiff_t y = first; y < last; ++y) row(static_cast<int>(y));
  });
}

}  // namespace retailor::patch_diffusion
