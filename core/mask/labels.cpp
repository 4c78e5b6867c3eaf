#include "core/mask/labels.h"

#include <algorithm>

namespace retailor::mask {

namespace {

// For each place of the new side the old one whose centre is nearest.
std::vector<int> nearestPlaces(int from, int to) {
  std::vector<int> places(static_cast<std::size_t>(to));
  for (int i = 0; i < to; ++i)
    places[static_cast<std::size_t>(i)] = static_cast<int>((2 * std::int64_t{i} + 1) * from / (2 * std::int64_t{to}));
  return places;
}

}  // namespace

std::array<std::size_t, 256> Labels::counts() const {
  std::array<std::size_t, 256> counts{};
  for (const std::uint8_t id : m_ids) ++counts[id];
  return counts;
}

Mask Labels::maskOf(std::uint8_t label) const {
  Mask mask(m_size);
  for (int y = 0; y < height(); ++y)
    std::transform(row(y), row(y) + width(), mask.row(y), [label](std::uint8_t id) -> std::uint8_t { return id == label ? 255 : 0; });
  return mask;
}

Labels Labels::resized(image::Size size) const {
  if (size == m_size) return *this;
  Labels result(size);
  if (m_ids.empty()) return result;
  const std::vector<int> columns = nearestPlaces(width(), size.width), rows = nearestPlaces(height(), size.height);
  for (int y = 0; y < size.height; ++y) {
    const std::uint8_t* from = row(rows[static_cast<std::size_t>(y)]);
    std::transform(columns.begin(), columns.end(), result.row(y), [from](int x) { return from[x]; });
  }
  return result;
}

bool Labels::isOnBorder(int x, int y) const {
  const std::uint8_t own = at(x, y);
  return (x + 1 < width() && at(x + 1, y) != own) || (y + 1 < height() && at(x, y + 1) != own);
}

}  // namespace retailor::mask
