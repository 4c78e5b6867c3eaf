#include "core/mask/mask.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <numeric>

namespace retailor::mask {

namespace {

std::size_t pixelCount(image::Size size) {
  assert(size.width >= 0 && size.height >= 0);
  return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
}

// All bytes equal `value`: comparing the bytes with themselves, one further, lets memcmp do it at memory speed.
bool allBytesAre(const std::uint8_t* bytes, std::size_t count, std::uint8_t value) {
  return count == 0 || (bytes[0] == value && std::memcmp(bytes, bytes + 1, count - 1) == 0);
}

int firstCovered(const std::uint8_t* row, int end) {
  int x = 0;
  std::uint64_t eight = 0;
  for (; x + 8 <= end; x += 8) {
    std::memcpy(&eight, row + x, 8);
    if (eight != 0) break;
  }
  while (x < end && row[x] == 0) ++x;
  return x;
}

int lastCovered(const std::uint8_t* row, int begin, int end) {
  int x = end;
  std::uint64_t eight = 0;
  for (; x - 8 >= begin; x -= 8) {
    std::memcpy(&eight, row + x - 8, 8);
    if (eight != 0) break;
  }
  while (x > begin && row[x - 1] == 0) --x;
  return x - 1;
}

}  // namespace

Mask::Mask(image::Size size, std::uint8_t value) : m_size(size), m_coverage(pixelCount(size), value) {}

Mask::Mask(const image::Bitmap& coverage) : Mask(coverage.size()) {
  assert(coverage.channels() == 1 && coverage.sampleType() == image::SampleType::U8);
  if (!m_coverage.empty()) std::memcpy(m_coverage.data(), coverage.bytes(), m_coverage.size());
}

bool Mask::isEmpty() const { return allBytesAre(m_coverage.data(), m_coverage.size(), 0); }

bool Mask::isFull() const { return !m_coverage.empty() && allBytesAre(m_coverage.data(), m_coverage.size(), 255); }

image::Rect Mask::support() const {
  const auto rowIsEmpty = [this](int y) { return firstCovered(row(y), width()) == width(); };
  int top = 0, bottom = height();
  while (top < bottom && rowIsEmpty(top)) ++top;
  if (top == bottom) return {};
  while (rowIsEmpty(bottom - 1)) --bottom;
  int left = width(), right = 0;  // each row is read only where it could still widen the box
  for (int y = top; y < bottom; ++y) {
    left = firstCovered(row(y), left);
    right = lastCovered(row(y), right, width()) + 1;
  }
  return {left, top, right - left, bottom - top};
}

double Mask::share() const {
  if (m_coverage.empty()) return 0;
  const auto sum = std::accumulate(m_coverage.begin(), m_coverage.end(), std::uint64_t{0});
  return static_cast<double>(sum) / (255.0 * static_cast<double>(m_coverage.size()));
}

Mask Mask::cropped(const image::Rect& rect) const {
  assert(rect.empty() || intersected(rect, bounds()) == rect);
  if (rect.empty()) return {};
  Mask part(rect.size());
  for (int y = 0; y < rect.height; ++y) std::copy_n(row(rect.y + y) + rect.x, rect.width, part.row(y));
  return part;
}

void Mask::paste(const Mask& part, int x, int y) {
  assert(part.bounds().empty() || intersected({x, y, part.width(), part.height()}, bounds()).size() == part.size());
  for (int line = 0; line < part.height(); ++line) std::copy_n(part.row(line), part.width(), row(y + line) + x);
}

image::Bitmap Mask::toBitmap() const {
  image::Bitmap coverage(m_size, 1, image::SampleType::U8);
  if (!m_coverage.empty()) std::memcpy(coverage.bytes(), m_coverage.data(), m_coverage.size());
  return coverage;
}

}  // namespace retailor::mask
