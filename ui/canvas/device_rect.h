#pragma once

#include <QRect>
#include <cmath>

namespace retailor::ui {

// The whole device pixels that a rectangle of logical pixels touches.
inline QRect deviceRect(const QRectF& logical, double ratio) {
  const int left = static_cast<int>(std::floor(logical.left() * ratio)), top = static_cast<int>(std::floor(logical.top() * ratio));
  const int right = static_cast<int>(std::ceil(logical.right() * ratio)), bottom = static_cast<int>(std::ceil(logical.bottom() * ratio));
  return {left, top, right - left, bottom - top};
}

}  // namespace retailor::ui
