#pragma once

#include <vector>

#include "core/image/bitmap.h"

namespace retailor::image {

// The picture's rows as PNG stores them, filtered and deflated: the pieces of one zlib stream, to be written one after the other as IDAT
// chunks. libpng does the same on one core, several times slower; the bytes do not depend on the number of cores.
std::vector<std::vector<std::byte>> deflatedPngRows(const Bitmap& pixels, int compression);

}  // namespace retailor::image
