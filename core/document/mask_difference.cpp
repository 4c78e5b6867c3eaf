#include "core/document/mask_difference.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace retailor::document {

namespace {

bool rowsDiffer(const mask::Mask& a, const mask::Mask& b, int y, int left, int right) {
  return std::memcmp(a.row(y) + left, b.row(y) + left, static_cast<std::size_t>(right - left)) != 0;
}

}  // namespace

image::Rect differingRect(const mask::Mask& a, const mask::Mask& b, const image::Rect& within) {
  const image::Rect area = image::intersected(within, image::intersected(a.bounds(), b.bounds()));
  int top = area.y, bottom = area.bottom();
  while (top < bottom && !rowsDiffer(a, b, top, area.x, area.right())) ++top;
  while (bottom > top && !rowsDiffer(a, b, bottom - 1, area.x, area.right())) --bottom;
  if (top == bottom) return {};
  // Each row is only searched left of the leftmost and right of the rightmost difference so far.
  int left = area.right(), right = area.x;
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t *rowA = a.row(y), *rowB = b.row(y);
    left = static_cast<int>(std::mismatch(rowA + area.x, rowA + left, rowB + area.x).first - rowA);
    const auto fromRight = std::mismatch(std::reverse_iterator(rowA + area.right()), std::reverse_iterator(rowA + right),
                                         std::reverse_iterator(rowB + area.right()));
    right = static_cast<int>(fromRight.first.base() - rowA);
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace retailor::document
