#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace retailor::weights {

// A tensor inside a storage, counted in elements.
struct StridedPlace {
  std::uint64_t offset = 0;
  std::vector<std::int64_t> shape;
  std::vector<std::int64_t> strides;
};

// Whether every element lies within a storage of `count` elements; checked without overflow. False for negative numbers or unequal lengths.
bool liesInStorage(const StridedPlace& place, std::uint64_t count);

bool isRowMajor(const StridedPlace& place);

// The elements in row-major order. The place must lie in the storage.
std::vector<std::byte> rowMajorCopy(const StridedPlace& place, std::span<const std::byte> storage, std::size_t bytesEach);

}  // namespace retailor::weights
