#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

namespace retailor::image {

// Calls work(first, last) over disjoint bands of [0, rows), on several threads when there is enough to do. Each row's result must
// not depend on the band it falls in, so the samples are the same on any number of cores. `work` must not throw.
template <class Work>
void overRows(int rows, std::size_t samples, const Work& work) {
  constexpr std::size_t worthAThread = 1 << 19;
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const int bands = static_cast<int>(std::clamp<std::size_t>(samples / worthAThread, 1, std::min<std::size_t>(cores, 16)));
  const auto edge = [&](int band) { return static_cast<int>(static_cast<std::int64_t>(rows) * band / bands); };
  std::vector<std::jthread> crew;
  for (int band = 1; band < bands; ++band) crew.emplace_back([&work, a = edge(band), b = edge(band + 1)] { work(a, b); });
  work(0, edge(1));
}

}  // namespace retailor::image
