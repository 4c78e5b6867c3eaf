#include "core/neural/weights/pickle/strided_copy.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "core/neural/weights/checked_size.h"

namespace retailor::weights {
namespace {

bool isEmpty(const StridedPlace& place) { return std::ranges::find(place.shape, 0) != place.shape.end(); }

// Advances the index like an odometer; false after the last.
bool advance(std::vector<std::int64_t>& index, const std::vector<std::int64_t>& shape) {
  for (std::size_t side = shape.size(); side-- > 0;) {
    if (++index[side] < shape[side]) return true;
    index[side] = 0;
  }
  return false;
}

}  // namespace

bool liesInStorage(const StridedPlace& place, std::uint64_t count) {
  if (place.shape.size() != place.strides.size()) return false;
  const auto isNegative = [](std::int64_t number) { return number < 0; };
  if (std::ranges::any_of(place.shape, isNegative) || std::ranges::any_of(place.strides, isNegative)) return false;
  if (isEmpty(place)) return place.offset <= count;
  std::optional<std::uint64_t> last = place.offset;
  for (std::size_t side = 0; last && side < place.shape.size(); ++side) {
    const auto reach = checkedProduct(static_cast<std::uint64_t>(place.shape[side] - 1), static_cast<std::uint64_t>(place.strides[side]));
    last = reach ? checkedSum(*last, *reach) : std::nullopt;
  }
  return last && *last < count;
}

bool isRowMajor(const StridedPlace& place) {
  if (isEmpty(place)) return true;
  std::int64_t expected = 1;
  for (std::size_t side = place.shape.size(); side-- > 0;) {
    if (place.shape[side] != 1 && place.strides[side] != expected) return false;
    expected *= place.shape[side];
  }
  return true;
}

std::vector<std::byte> rowMajorCopy(const StridedPlace& place, std::span<const std::byte> storage, std::size_t bytesEach) {
  std::vector<std::byte> copy(*checkedBytes(place.shape, bytesEach));
  std::vector<std::int64_t> index(place.shape.size(), 0);
  std::byte* to = copy.data();
  do {
    std::uint64_t from = place.offset;
    for (std::size_t side = 0; side < index.size(); ++side) from += static_cast<std::uint64_t>(index[side] * place.strides[side]);
    std::memcpy(to, storage.data() + from * bytesEach, bytesEach);
    to += bytesEach;
  } while (advance(index, place.shape));
  return copy;
}

}  // namespace retailor::weights
