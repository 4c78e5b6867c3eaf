#pragma once

#include "core/image/bitmap.h"
#include "core/mask/mask.h"

namespace retailor::composite {

// Linear optimal transport (MKL) of `fill` so that its colours where `where` >= 128 get the mean and covariance of `target` there
//. 3 channels F32 0..1 all, same size. `strength` 0..1. Fewer than 64 pixels: unchanged. Not clamped.
image::Bitmap matchColours(const image::Bitmap& fill, const image::Bitmap& target, const mask::Mask& where, double strength = 1.0);

// The same with statistics from the known ring of `width` pixels around the mask: fill and photo are both known there.
image::Bitmap matchRing(const image::Bitmap& fill, const image::Bitmap& photo, const mask::Mask& hole, int width, double strength = 1.0);

}  // namespace retailor::composite
