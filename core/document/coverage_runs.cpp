#include "core/document/coverage_runs.h"

#include <cstring>
#include <optional>

namespace retailor::document {

namespace {

constexpr int shortestRun = 8;  // below, a run costs more tokens than it saves

// How many of the `length` bytes from `p` equal the first; eight at a time.
int equalFrom(const std::uint8_t* p, int length) {
  const std::uint64_t eight = 0x0101010101010101ULL * *p;
  int i = 1;
  for (std::uint64_t word = 0; i + 8 <= length; i += 8) {
    std::memcpy(&word, p + i, 8);
    if (word != eight) break;
  }
  while (i < length && p[i] == *p) ++i;
  return i;
}

// How many bytes from `p` until a run worth a token begins.
int mixedFrom(const std::uint8_t* p, int length) {
  int equal = 1;
  for (int i = 1; i < length; ++i) {
    equal = p[i] == p[i - 1] ? equal + 1 : 1;
    if (equal == shortestRun) return i + 1 - shortestRun;
  }
  return length;
}

void appendToken(QByteArray& runs, int length, bool run) {
  auto value = static_cast<std::uint32_t>(length) << 1 | static_cast<std::uint32_t>(run);
  for (; value >= 0x80; value >>= 7) runs.append(static_cast<char>(value | 0x80));
  runs.append(static_cast<char>(value));
}

void appendRow(QByteArray& runs, const std::uint8_t* row, int width) {
  for (int x = 0; x < width;) {
    const int equal = equalFrom(row + x, width - x);
    const bool run = equal >= shortestRun;
    const int length = run ? equal : mixedFrom(row + x, width - x);
    appendToken(runs, length, run);
    runs.append(reinterpret_cast<const char*>(row + x), run ? 1 : length);
    x += length;
  }
}

std::optional<std::uint32_t> takeToken(QByteArrayView& runs) {
  std::uint32_t value = 0;
  for (int shift = 0; shift < 28 && !runs.isEmpty(); shift += 7) {
    const auto byte = static_cast<std::uint8_t>(runs.front());
    runs = runs.sliced(1);
    value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

bool takeRow(QByteArrayView& runs, std::uint8_t* row, int width) {
  for (int x = 0; x < width;) {
    const std::optional<std::uint32_t> token = takeToken(runs);
    if (!token) return false;
    const bool run = *token & 1;
    const int length = static_cast<int>(*token >> 1), bytes = run ? 1 : length;
    if (length == 0 || length > width - x || runs.size() < bytes) return false;
    if (run)
      std::memset(row + x, static_cast<std::uint8_t>(runs.front()), static_cast<std::size_t>(length));
    else
      std::memcpy(row + x, runs.data(), static_cast<std::size_t>(length));
    runs = runs.sliced(bytes);
    x += length;
  }
  return true;
}

}  // namespace

QByteArray runsOf(const mask::Mask& mask, const image::Rect& rect) {
  QByteArray runs;
  for (int y = rect.y; y < rect.bottom(); ++y) appendRow(runs, mask.row(y) + rect.x, rect.width);
  runs.squeeze();
  return runs;
}

bool putRuns(QByteArrayView runs, mask::Mask& mask, const image::Rect& rect) {
  for (int y = rect.y; y < rect.bottom(); ++y)
    if (!takeRow(runs, mask.row(y) + rect.x, rect.width)) return false;
  return runs.isEmpty();
}

}  // namespace retailor::document
