#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/image/bitmap.h"
#include "core/image/geometry.h"
#include "core/result.h"

namespace retailor::regions {

// The trained cascade for faces seen from the front that OpenCV's data package brings (haarcascade_frontalface_alt2); nothing where it is
// not installed. Looked for in `folders`, or where distributions put it, and below OPENCV_SAMPLES_DATA_PATH.
std::optional<std::filesystem::path> faceCascade(const std::vector<std::filesystem::path>& folders = {});

// Upright faces seen from the front, largest first: the detector's boxes, from the brows' height to the chin, in photo pixels. `photo` is
// sRGB U8, 3 or 4 channels. None found is an empty list. BadInput when the cascade cannot be read. Half a second: on a worker.
Result<std::vector<image::Rect>> foundFaces(const image::Bitmap& photo, const std::filesystem::path& cascade, std::stop_token stop = {});

}  // namespace retailor::regions
