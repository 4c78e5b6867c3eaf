#pragma once

// libtiff on a file in memory; for .cpp files only.

#include <memory>
#include <span>

#include <tiffio.h>

#include "core/image/photo.h"

namespace retailor::image {

struct CloseTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using OpenTiff = std::unique_ptr<TIFF, CloseTiff>;

// `file` must outlive the handle. Null when it is no TIFF. A hostile file can't make libtiff allocate more than `mostBytes` at once.
OpenTiff openTiffToRead(const std::span<const std::byte>& file, std::size_t mostBytes);

struct TiffInMaking {
  Bytes bytes;
  std::size_t position = 0;
};

// `file` must outlive the handle; it is whole once the handle is closed.
OpenTiff openTiffToWrite(TiffInMaking& file);

}  // namespace retailor::image
