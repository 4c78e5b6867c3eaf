#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace retailor::image {

// Row filters of PNG (specification, clause 9). `step` is the number of bytes from a sample to the same one of the pixel to its left.
class PngFilter {
 public:
  PngFilter(std::size_t rowBytes, std::size_t step);

  // Writes the filter's number and the filtered row, rowBytes + 1 bytes, choosing the filter that leaves the smallest differences. `above`
  // is the row over it, all zero for the first.
  void filter(const std::uint8_t* row, const std::uint8_t* above, std::uint8_t* to);

 private:
  void sub(const std::uint8_t* row, std::uint8_t* to) const;
  void up(const std::uint8_t* row, const std::uint8_t* above, std::uint8_t* to) const;
  void paeth(const std::uint8_t* row, const std::uint8_t* above, std::uint8_t* to) const;

  std::size_t m_rowBytes;
  std::size_t m_step;
  std::vector<std::uint8_t> m_trial;
};

}  // namespace retailor::image
