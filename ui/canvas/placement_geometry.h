#pragma once

#include <QPointF>
#include <QSize>
#include <array>

#include "core/completion/tagged_reference.h"
#include "core/image/geometry.h"

namespace retailor::ui {

// Corners and handles of a placement, in photo pixels.
QPointF placementCentre(const completion::Placement& placement);
QPointF turned(QPointF offset, double degrees);                                   // clockwise, y down
std::array<QPointF, 4> placementCorners(const completion::Placement& placement);  // top left, then clockwise
QPointF turnKnob(const completion::Placement& placement, double distance);        // above the middle of the top side
bool placementHolds(const completion::Placement& placement, QPointF point);

completion::Placement moved(completion::Placement placement, QPointF by);
completion::Placement scaledAboutCentre(completion::Placement placement, double factor);
// So that `counted` (reference pixels: what its mask keeps) of a picture of size `picture` lies centred in `target` (photo pixels) and fits
// it.
completion::Placement placementFilling(image::Size picture, const image::Rect& counted, const image::Rect& target);

}  // namespace retailor::ui
