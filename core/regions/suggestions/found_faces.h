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

// Upright faces: those seen from the front, largest first, then those seen from either side that are none of them, if OpenCV's cascade for
// these (haarcascade_profileface) lies beside `cascade`. The detector's boxes, from the brows' height to the chin, in photo pixels. `photo`
// is sRGB U8, 3 or 4 channels. None found is an empty list. BadInput when a cascade cannot be read. A second: on a worker.
Result<std::vector<image::Rect>> foundFaces(const image::Bitmap& photo, const std::filesystem::path& cascade, std::stop_token stop = {});

// Only those seen from the front. Half a second.
Result<std::vector<image::Rect>> foundFrontalFaces(const image::Bitmap& photo, const std::filesystem::path& cascade,
                                                   std::stop_token stop = {});

}  // namespace retailor::regions
