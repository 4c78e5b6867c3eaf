#pragma once

#include <QImage>

#include "core/image/photo.h"
#include "core/mask/mask.h"

namespace retailor::ui {

// U8 sRGB, 3 or 4 channels, as a QImage that owns its pixels (RGB888 or RGBA8888).
QImage toQImage(const image::Bitmap& srgb);

// A picture in its own profile and depth, for the screen: sRGB, RGB888 or RGBA8888. Large pictures take a while: call it on a worker.
QImage forScreen(const image::Bitmap& pixels, const image::ColourProfile& profile);

// Coverage as QImage::Format_Alpha8.
QImage coverageImage(const mask::Mask& mask);

}  // namespace retailor::ui
