#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/neural/weights/element.h"

namespace retailor::weights {

using Shape = std::vector<std::int64_t>;  // empty: a scalar; no number is negative

// No published model comes near these; a file that goes beyond is refused before anything is allocated for it.
inline constexpr std::size_t mostSides = 8;
inline constexpr std::size_t mostTensors = 100'000;

// A tensor where it lies: row-major, little-endian, without gaps, perhaps not aligned to its element. Borrowed from a mapped file, whose
// mapping lives as long as any view of it. Nothing is read from the disk until `bytes` is looked at. Cheap to copy; safe to read on any
// thread.
struct TensorView {
  Element element = Element::F32;
  Shape shape;
  std::span<const std::byte> bytes;    // bytesOf(element) times the product of the shape
  std::shared_ptr<const void> keeper;  // what keeps `bytes` in place
  bool inFile = false;                 // `bytes` are a mapped file's own, not a copy

  std::int64_t count() const;  // of elements

  // Gives the memory back that looking at the bytes took, where they are a mapped file's own: for a reader that has made its own copy. They
  // stay readable.
  void letGo() const;
};

}  // namespace retailor::weights
