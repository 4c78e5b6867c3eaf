#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace retailor::weights {

// Sums and products of numbers that a file declares. Nothing when the result does not fit in 64 bits.
inline std::optional<std::uint64_t> checkedSum(std::uint64_t a, std::uint64_t b) {
  std::uint64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? std::nullopt : std::optional(sum);
}

inline std::optional<std::uint64_t> checkedProduct(std::uint64_t a, std::uint64_t b) {
  std::uint64_t product = 0;
  return __builtin_mul_overflow(a, b, &product) ? std::nullopt : std::optional(product);
}

// Bytes of a tensor. A shape with a zero in it has none, but its other numbers must still multiply to something that fits.
inline std::optional<std::uint64_t> checkedBytes(std::span<const std::int64_t> shape, std::uint64_t bytesEach) {
  std::optional<std::uint64_t> bytes = bytesEach;
  bool empty = false;
  for (const std::int64_t side : shape) {
    if (side < 0) return std::nullopt;
    empty = empty || side == 0;
    if (side > 0 && bytes) bytes = checkedProduct(*bytes, static_cast<std::uint64_t>(side));
  }
  return empty && bytes ? std::optional<std::uint64_t>(0) : bytes;
}

// Whether [begin, begin + length) lies in [0, size).
inline bool liesWithin(std::uint64_t begin, std::uint64_t length, std::uint64_t size) { return begin <= size && length <= size - begin; }

}  // namespace retailor::weights
