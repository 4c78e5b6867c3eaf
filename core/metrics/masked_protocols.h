#pragma once

#include <string_view>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::metrics {

// Which pixels a number is about. Papers do not always say; the same picture gets very different numbers, so the label goes with each.
enum class Protocol {
  Full,    // the whole picture as it came out
  Paste,   // the whole picture, but outside the mask the truth: what known pixels would give when they are kept
  Inside,  // the pixels inside the mask
  Crop,    // the mask's box, 10 % wider and higher
};

std::string_view labelOf(Protocol protocol);  // "full", "paste", "inside", "crop"

// The result inside the mask, the truth outside. BadInput: the pictures do not compare, or the mask has another size.
Result<image::Bitmap> pastedIntoTruth(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask);

// The box of the pixels inside the mask, 10 % wider and higher about its middle, rounded outwards, within the picture. Empty for an empty
// mask.
image::Rect cropAround(const mask::Mask& mask);

// RGB as it shows on white. U8 or U16, 3 or 4 channels.
image::Bitmap overWhite(const image::Bitmap& picture);

}  // namespace retailor::metrics
