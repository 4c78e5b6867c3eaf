#include "core/image/exif_turn.h"

#include <algorithm>
#include <cstring>

#include "core/image/parallel_rows.h"

namespace retailor::image {
namespace {

// Where the upright pixel (x, y) lies among the stored bytes: at origin + x * alongX + y * alongY.
struct Walk {
  std::ptrdiff_t origin = 0;
  std::ptrdiff_t alongX = 0;
  std::ptrdiff_t alongY = 0;
};

Walk walkThrough(const Bitmap& stored, int orientation) {
  const auto row = static_cast<std::ptrdiff_t>(stored.rowBytes()), pixel = row / stored.width();
  const std::ptrdiff_t right = (stored.width() - 1) * pixel, bottom = (stored.height() - 1) * row;
  switch (orientation) {
    case 2: return {right, -pixel, row};
    case 3: return {right + bottom, -pixel, -row};
    case 4: return {bottom, pixel, -row};
    case 5: return {0, row, pixel};
    case 6: return {bottom, -row, pixel};
    case 7: return {right + bottom, -row, -pixel};
    case 8: return {right, row, -pixel};
    default: return {0, pixel, row};
  }
}

// Tiles keep both pictures' lines in the cache when rows become columns.
constexpr int kTile = 32;

template <std::size_t pixelBytes>
void turnTile(const Bitmap& stored, const Walk& walk, Bitmap& upright, const Rect& tile) {
  for (int y = tile.y; y < tile.bottom(); ++y) {
    const std::byte* from = stored.bytes() + walk.origin + tile.x * walk.alongX + y * walk.alongY;
    std::byte* to = upright.bytes() + static_cast<std::size_t>(y) * upright.rowBytes() + static_cast<std::size_t>(tile.x) * pixelBytes;
    for (int x = 0; x < tile.width; ++x, from += walk.alongX, to += pixelBytes) std::memcpy(to, from, pixelBytes);
  }
}

template <std::size_t pixelBytes>
void turn(const Bitmap& stored, const Walk& walk, Bitmap& upright) {
  overRows((upright.height() + kTile - 1) / kTile, upright.byteCount(), [&](int first, int last) {
    for (int y = first * kTile; y < last * kTile; y += kTile) {
      for (int x = 0; x < upright.width(); x += kTile) {
        turnTile<pixelBytes>(stored, walk, upright, intersected({x, y, kTile, kTile}, upright.bounds()));
      }
    }
  });
}

void turnBySize(const Bitmap& stored, const Walk& walk, Bitmap& upright) {
  switch (stored.rowBytes() / static_cast<std::size_t>(stored.width())) {
    case 1: return turn<1>(stored, walk, upright);
    case 2: return turn<2>(stored, walk, upright);
    case 3: return turn<3>(stored, walk, upright);
    case 4: return turn<4>(stored, walk, upright);
    case 5: return turn<5>(stored, walk, upright);
    case 6: return turn<6>(stored, walk, upright);
    case 8: return turn<8>(stored, walk, upright);
    case 10: return turn<10>(stored, walk, upright);
    case 12: return turn<12>(stored, walk, upright);
    case 16: return turn<16>(stored, walk, upright);
    default: assert(false && "no such pixel");
  }
}

}  // namespace

Bitmap turnedUpright(Bitmap stored, int orientation) {
  if (orientation < 2 || orientation > 8 || stored.empty()) return stored;
  const Size size = orientation >= 5 ? Size{stored.height(), stored.width()} : stored.size();
  Bitmap upright(size, stored.channels(), stored.sampleType());
  turnBySize(stored, walkThrough(stored, orientation), upright);
  return upright;
}

}  // namespace retailor::image
