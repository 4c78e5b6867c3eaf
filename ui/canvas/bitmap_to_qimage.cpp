#include "ui/canvas/bitmap_to_qimage.h"

#include <cstring>

#include "core/image/colour.h"

namespace retailor::ui {

QImage toQImage(const image::Bitmap& srgb) {
  if (srgb.empty()) return {};
  if (srgb.sampleType() != image::SampleType::U8) return toQImage(image::withSampleType(srgb, image::SampleType::U8));
  const auto format = srgb.channels() == 4   ? QImage::Format_RGBA8888
                      : srgb.channels() == 3 ? QImage::Format_RGB888
                                             : QImage::Format_Grayscale8;
  QImage picture(srgb.width(), srgb.height(), format);
  for (int y = 0; y < srgb.height(); ++y)
    std::memcpy(picture.scanLine(y), srgb.bytes() + static_cast<std::size_t>(y) * srgb.rowBytes(), srgb.rowBytes());
  return picture;
}

QImage forScreen(const image::Bitmap& pixels, const image::ColourProfile& profile) {
  if (image::isSrgb(profile)) return toQImage(pixels);
  const auto converted = image::toSrgb(pixels, profile, image::SampleType::U8);
  // A profile that lcms cannot use was already reported when the photo was read; its numbers are then shown as they are.
  return converted ? toQImage(*converted) : toQImage(pixels);
}

QImage coverageImage(const mask::Mask& mask) {
  QImage picture(mask.width(), mask.height(), QImage::Format_Alpha8);
  for (int y = 0; y < mask.height(); ++y) std::memcpy(picture.scanLine(y), mask.row(y), static_cast<std::size_t>(mask.width()));
  return picture;
}

}  // namespace retailor::ui
