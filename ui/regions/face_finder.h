#pragma once

#include <memory>

#include "ui/regions/map_questions.h"
#include "ui/tools/visible_picture.h"

namespace retailor::ui {

// Looks for faces on what is visible of the photo; empty where OpenCV's trained cascade is not installed.
FaceFinder faceFinderOn(const std::shared_ptr<VisiblePicture>& picture, const document::DocumentState& state);

}  // namespace retailor::ui
