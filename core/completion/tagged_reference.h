#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/completion/body_region.h"
#include "core/garment/fit_settings.h"
#include "core/image/bitmap.h"
#include "core/mask/mask.h"

namespace retailor::completion {

// The rectangle on the photo (photo pixels) that the whole reference picture covers, then turned clockwise by `degrees` about its centre.
struct Placement {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double degrees = 0;
  bool operator==(const Placement&) const = default;
};

// A picture to complete from. Pictures and masks are shared and never change once here, so copies are cheap.
struct TaggedReference {
  std::string name;                              // what the user calls it: the file's name
  std::string sha256;                            // of the upright pixels (hash.h); empty when unknown
  std::shared_ptr<const image::Bitmap> picture;  // U8 sRGB, 3 or 4 channels, upright
  std::shared_ptr<const mask::Mask> mask;        // which of its pixels count, picture's size; null: all (times its alpha)
  std::string maskSha256;
  BodyRegion region = BodyRegion::Anything;
  std::optional<Placement> placement;  // absent: the method finds one
  double weight = 1.0;                 // 0..2; 0 leaves it out
  // Fitted: the garment is bent onto the one worn in the photo, and `placement` is not heeded. Only for upper, lower and whole-body
  // clothes.
  std::optional<garment::FitSettings> fit{};
};

}  // namespace retailor::completion
