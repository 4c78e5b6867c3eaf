#include "core/methods/diffusion/reference_resize.h"

#include <cstring>

namespace retailor::diffusion {

image::Bitmap resizedAsReference(const image::Bitmap& picture, image::Size size, resample::Filter filter) {
  const auto samples = resample::resizedLikePillow(pixelsOf(picture), size.width, size.height, filter);
  image::Bitmap result(size, picture.channels(), image::SampleType::U8);
  std::memcpy(result.bytes(), samples.data(), samples.size());
  return result;
}

}  // namespace retailor::diffusion
