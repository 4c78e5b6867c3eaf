#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/image/bitmap.h"
#include "core/image/read_photo.h"
#include "core/result.h"

namespace retailor::image {

// A picture whose samples say what a pixel is instead of how it looks.
struct LabelPicture {
  Bitmap samples;      // 1 channel (U8 or U16): label numbers; 3 channels (U8): a colour a label
  int turned = 1;      // EXIF orientation that was applied
  bool lossy = false;  // from JPEG: colours are only near those that were meant
};

// Reads a label picture, upright: PNG of 1 to 16 bits (a palette is ignored, its indices are the labels), TIFF, WebP, JPEG; colours as
// stored, alpha left out. BadInput as readPhoto says, and for 16-bit colours and CMYK.
Result<LabelPicture> readLabelPicture(const std::filesystem::path& file, const ReadBudget& budget = {});

// One page of a file that holds several pictures.
struct LabelPage {
  std::string name;  // what the file calls it; may be empty
  Bitmap samples;    // 1 channel, U8 or U16, as stored; grey stored as colours is one channel too
};

// The pages of a TIFF, upright, where it has several, all grey and of one size: a mask a page. Empty for every other picture, whatever is
// wrong with it. BadInput for more than 200 pages, or more pixels in all than the budget grants a picture.
Result<std::vector<LabelPage>> readLabelPages(const std::filesystem::path& file, const ReadBudget& budget = {});

}  // namespace retailor::image
