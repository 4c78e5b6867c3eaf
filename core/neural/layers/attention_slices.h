#pragma once

#include <cstdint>

namespace retailor::neural {

// While one lives, attention on its thread looks at no more than so many queries at a time: the same result but for rounding, in less
// memory.
class AttentionSlices {
 public:
  explicit AttentionSlices(std::int64_t queries);
  ~AttentionSlices();
  AttentionSlices(const AttentionSlices&) = delete;

  // On the calling thread; 0: all at once.
  static std::int64_t most();

 private:
  std::int64_t m_before;
};

}  // namespace retailor::neural
