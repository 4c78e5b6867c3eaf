#include "core/composite/flatten.h"

#include "core/composite/paste_back.h"

namespace retailor::composite {

image::Bitmap flattened(const image::Bitmap& photo, std::span<const Patch> patches) {
  image::Bitmap result = photo;
  for (const Patch& patch : patches) {
    if (patch.pixels && patch.blend) pasteBack(result, patch.window, *patch.pixels, *patch.blend, patch.opacity);
  }
  return result;
}

}  // namespace retailor::composite
