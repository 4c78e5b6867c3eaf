#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace retailor::patch_diffusion {

// Where a run's time goes, by stage, for the benchmark. Used from the run's thread.
class RunClock {
 public:
  struct Share {
    std::string stage;
    double seconds;
  };

  // Books the time since the last call to `stage`.
  void book(const std::string& stage) {
    const Clock::time_point now = Clock::now();
    shareOf(stage).seconds += std::chrono::duration<double>(now - m_last).count();
    m_last = now;
  }
  const std::vector<Share>& shares() const { return m_shares; }

 private:
  using Clock = std::chrono::steady_clock;

  Share& shareOf(const std::string& stage) {
    for (Share& share : m_shares)
      if (share.stage == stage) return share;
    return m_shares.emplace_back(stage, 0.0);
  }

  Clock::time_point m_last = Clock::now();
  std::vector<Share> m_shares;
};

}  // namespace retailor::patch_diffusion
