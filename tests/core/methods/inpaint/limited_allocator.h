#pragma once

#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace retailor::tests {

// While one lives, libtorch's memory on the processor is as large as it says and no larger.
class LimitedAllocator final : public c10::Allocator {
 public:
  explicit LimitedAllocator(std::size_t most) : m_most(most), m_before(c10::GetAllocator(c10::kCPU)) {
    c10::SetAllocator(c10::kCPU, this, 255);
  }
  ~LimitedAllocator() override { c10::SetAllocator(c10::kCPU, m_before, 255); }

  // What libtorch's own libraries ask for has to be its own context: the size stands before it.
  c10::DataPtr allocate(std::size_t bytes) override {
    TORCH_CHECK(s_live + bytes <= m_most, "DefaultCPUAllocator: can't allocate memory: you tried to allocate ", bytes, " bytes.");
    s_live += bytes;
    s_peak = std::max(s_peak.load(), s_live.load());
    auto* block = static_cast<std::byte*>(std::aligned_alloc(kAlignment, (bytes + 2 * kAlignment - 1) / kAlignment * kAlignment));
    std::memcpy(block, &bytes, sizeof(bytes));
    return {block + kAlignment, block + kAlignment, &release, c10::kCPU};
  }
  c10::DeleterFnPtr raw_deleter() const override { return &release; }
  void copy_data(void* to, const void* from, std::size_t count) const override { default_copy_data(to, from, count); }

  static std::size_t peak() { return s_peak; }
  static std::size_t live() { return s_live; }

 private:
  static constexpr std::size_t kAlignment = 64;

  static void release(void* data) {
    if (data == nullptr) return;
    auto* block = static_cast<std::byte*>(data) - kAlignment;
    std::size_t bytes = 0;
    std::memcpy(&bytes, block, sizeof(bytes));
    s_live -= bytes;
    std::free(block);
  }

  inline static std::atomic<std::size_t> s_live = 0, s_peak = 0;
  std::size_t m_most;
  c10::Allocator* m_before;
};

}  // namespace retailor::tests
