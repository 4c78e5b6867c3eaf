#pragma once

#include <QColor>
#include <QString>

#include "core/document/paint_target.h"

namespace retailor::ui {

// How what is painted looks on screen, everywhere the same.
QString targetTitle(const document::PaintTarget& target);  // translated: "Mask", "Worn upper clothes", "In front"
QColor targetColour(const document::PaintTarget& target);  // of its overlay; a region's is its own

}  // namespace retailor::ui
