#pragma once

#include <memory>

#include "core/image/bitmap.h"
#include "ui/regions/map_questions.h"

namespace retailor::ui {

// Looks for faces on a picture (sRGB U8); empty where OpenCV's trained cascade is not installed.
FaceFinder faceFinderOn(std::shared_ptr<const image::Bitmap> picture);

}  // namespace retailor::ui
