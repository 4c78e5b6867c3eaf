#pragma once

#include "core/image/bitmap.h"

namespace retailor::image {

// The windowed kernels of Pillow: cubic with a = -0.5, Lanczos with a = 3.
enum class Kernel { Cubic, Lanczos };

// Resamples U8 pictures as Pillow does, to the bit: first along rows, then along columns, the kernel widened by the factor when shrinking, weights in
// 22-bit fixed point, results rounded to 8 bits after each pass, no transfer curve. What reference pipelines feed their networks with. Any thread.
Bitmap resizedInTwoPasses(const Bitmap& source, Size size, Kernel kernel);

}  // namespace retailor::image
