#pragma once

// For .cpp files only: shows lcms2's types.

#include <array>
#include <optional>
#include <vector>

#include "core/image/icc_profile.h"

namespace retailor::image {

// Colours from one RGB profile to another, where both are three curves and a matrix, as nearly all are. lcms2 does these either by a grid
// that is wrong by up to twenty levels near the gamut's edge, or exactly and ten times slower. Immutable; any thread.
class MatrixShaper {
 public:
  static std::optional<MatrixShaper> between(const OpenProfile& from, const OpenProfile& to);

  // Fills rows [first, last) of `result`: same size and channels, each side U8 or U16. Alpha is carried over.
  void convertRows(const Bitmap& source, Bitmap& result, int first, int last) const;

 private:
  using Matrix = std::array<std::array<float, 3>, 3>;

  template <class From, class To>
  void convert(View<const From> source, View<To> result, int first, int last) const;
  float encoded(std::size_t channel, float linear) const;

  std::array<std::vector<float>, 3> m_linear;   // by 16-bit sample
  Matrix m_matrix{};                            // linear light of one to linear light of the other
  std::array<std::vector<float>, 3> m_encoded;  // over the square root of linear light: its steps are fine where curves are steep
};

}  // namespace retailor::image
