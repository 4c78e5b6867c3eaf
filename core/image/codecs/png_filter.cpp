#include "core/image/codecs/png_filter.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace retailor::image {
namespace {

enum : std::uint8_t { kSub = 1, kUp = 2, kPaeth = 4 };

std::uint8_t difference(std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a - b); }

// The specification's rule of thumb: differences as signed bytes, the smallest sum of sizes deflates best.
std::uint64_t cost(const std::uint8_t* row, std::size_t count) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += static_cast<std::uint64_t>(std::abs(static_cast<std::int8_t>(row[i])));
  return sum;
}

std::uint8_t paethPredictor(int left, int above, int aboveLeft) {
  const int toLeft = std::abs(above - aboveLeft), toAbove = std::abs(left - aboveLeft), toBoth = std::abs(left + above - 2 * aboveLeft);
  const int best = toAbove <= toBoth ? above : aboveLeft;
  return static_cast<std::uint8_t>(toLeft <= toAbove && toLeft <= toBoth ? left : best);
}

}  // namespace

PngFilter::PngFilter(std::size_t rowBytes, std::size_t step) : m_rowBytes(rowBytes), m_step(std::min(step, rowBytes)), m_trial(rowBytes) {}

void PngFilter::filter(const std::uint8_t* row, const std::uint8_t* above, std::uint8_t* to) {
  to[0] = kSub;
  sub(row, to + 1);
  std::uint64_t best = cost(to + 1, m_rowBytes);
  const auto keepIfBetter = [&](std::uint8_t kind) {
    const std::uint64_t now = cost(m_trial.data(), m_rowBytes);
    if (now >= best) return;
    best = now;
    to[0] = kind;
    std::memcpy(to + 1, m_trial.data(), m_rowBytes);
  };
  up(row, above, m_trial.data());
  keepIfBetter(kUp);
  paeth(row, above, m_trial.data());
  keepIfBetter(kPaeth);
}

void PngFilter::sub(const std::uint8_t* row, std::uint8_t* to) const {
  std::memcpy(to, row, m_step);
  for (std::size_t i = m_step; i < m_rowBytes; ++i) to[i] = difference(row[i], row[i - m_step]);
}

void PngFilter::up(const std::uint8_t* row, const std::uint8_t* above, std::uint8_t* to) const {
  for (std::size_t i = 0; i < m_rowBytes; ++i) to[i] = difference(row[i], above[i]);
}

void PngFilter::paeth(const std::uint8_t* row, const std::uint8_t* above, std::uint8_t* to) const {
  for (std::size_t i = 0; i < m_step; ++i) to[i] = difference(row[i], above[i]);
  for (std::size_t i = m_step; i < m_rowBytes; ++i) {
    to[i] = difference(row[i], paethPredictor(row[i - m_step], above[i], above[i - m_step]));
  }
}

}  // namespace retailor::image
