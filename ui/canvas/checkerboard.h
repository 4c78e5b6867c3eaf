#pragma once

#include <QPainter>

namespace retailor::ui {

// Grey squares behind a see-through picture that covers `area` (logical pixels); they stay on the area's corner. Only inside `clip`.
void drawCheckerboard(QPainter& painter, const QRectF& area, const QRect& clip);

}  // namespace retailor::ui
