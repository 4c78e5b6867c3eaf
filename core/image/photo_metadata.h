#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/image/photo.h"
#include "core/image/write_photo.h"
#include "core/result.h"

namespace retailor::image {

struct FoundMetadata {
  Metadata metadata;      // orientation set to 1; tags that describe how the file stores its samples left out
  int orientation = 1;    // as the file said: how its pixels have to be turned
  bool adobeRgb = false;  // EXIF names Adobe RGB; counts only where no profile is embedded
  bool damaged = false;   // something could not be read and was left out
};

// Never fails: what can't be read is left out.
FoundMetadata readMetadata(std::span<const std::byte> file);

// The encoded file with the photo's metadata put in as the options ask.
Result<Bytes> withMetadata(Bytes encoded, const Photo& photo, const WriteOptions& options);

// The recipe that encodePhoto embedded; empty when there is none.
std::string embeddedRecipe(const Metadata& metadata);

}  // namespace retailor::image
