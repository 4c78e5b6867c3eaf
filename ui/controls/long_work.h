#pragma once

#include <stop_token>

#include "ui/controls/background.h"

namespace retailor::ui {

// Minutes of reading or fetching, on threads of their own: the pool that converts pictures for the screen stays free. One piece at a time;
// a newer one asks the older to stop and drops its result. Lives as a member of its context, on the main thread; going away asks the work
// to stop and waits for nothing.
class LongWork {
 public:
  explicit LongWork(QObject* context) : m_context(context) {}
  ~LongWork() { stop(); }
  LongWork(const LongWork&) = delete;
  LongWork& operator=(const LongWork&) = delete;

  bool going() const { return m_going; }
  void stop() { m_stop.request_stop(); }
  bool stopped() const { return m_stop.stop_requested(); }

  // `done` comes on the main thread, after stop() too.
  template <class T>
  void start(std::function<T(const std::stop_token&)> work, std::function<void(T)> done) {
    stop();
    m_stop = std::stop_source();
    m_going = true;
    inBackground<T>(
        m_context, [work = std::move(work), token = m_stop.get_token()] { return work(token); },
        [this, number = ++m_number, done = std::move(done)](T value) {
          if (number != m_number) return;
          m_going = false;
          done(std::move(value));
        },
        threads());
  }

 private:
  static QThreadPool* threads();

  QObject* m_context;
  std::stop_source m_stop;
  unsigned m_number = 0;
  bool m_going = false;
};

}  // namespace retailor::ui
