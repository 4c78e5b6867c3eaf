#pragma once

#include <QString>

#include "core/completion/pose_picture.h"
#include "core/result.h"

namespace retailor::ui {

// Reads a pose picture with its hash. BadInput names the file. Up to seconds for large ones: on a worker.
Result<completion::PosePicture> readPose(const QString& file);

}  // namespace retailor::ui
