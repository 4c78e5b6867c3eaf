#pragma once

#include <ATen/Parallel.h>

namespace retailor::diffusion {

// While one lives, libtorch computes with so many threads on this thread; 0: as many as it likes.
class RunThreads {
 public:
  explicit RunThreads(int threads) : m_before(at::get_num_threads()) {
    if (threads > 0) at::set_num_threads(threads);
  }
  ~RunThreads() { at::set_num_threads(m_before); }
  RunThreads(const RunThreads&) = delete;

 private:
  int m_before;
};

}  // namespace retailor::diffusion
