#pragma once

#include <QImage>

#include "core/completion/tagged_reference.h"

namespace retailor::ui {

// What the method gets of a reference, as a picture of `box` pixels: the part inside the mask's bounding box, the rest cut away to a
// checkerboard. Resamples: call it on a worker.
QImage referenceThumbnail(const completion::TaggedReference& reference, QSize box);

}  // namespace retailor::ui
