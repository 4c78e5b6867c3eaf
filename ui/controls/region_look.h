#pragma once

#include <QColor>
#include <QString>

#include "core/completion/body_region.h"

namespace retailor::ui {

// How a body region looks on screen, everywhere the same: mask overlay, board row, drop zone.
QString regionTitle(completion::BodyRegion region);     // translated: "Upper clothes"
QColor regionColour(completion::BodyRegion region);     // told apart also by people who confuse red and green
QString regionIconName(completion::BodyRegion region);  // for themeIcon

}  // namespace retailor::ui
