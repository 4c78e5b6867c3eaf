#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/image/codecs/tiff_layout.h"
#include "core/image/codecs/tiff_memory.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

std::uint8_t sampleAs(std::uint8_t v) { return v; }
std::uint16_t sampleAs(std::uint16_t v) { return v; }
std::uint16_t sampleAs(std::uint32_t v) { return static_cast<std::uint16_t>(v >> 16); }
std::uint16_t sampleAs(float v) { return static_cast<std::uint16_t>(v > 0 ? std::lround(std::min(v, 1.0F) * 65535.0F) : 0); }

// Puts runs of stored samples of type S into the picture. One plane of a planar file, or all of an interleaved one.
template <class S>
class Placer {
 public:
  using T = decltype(sampleAs(S{}));

  Placer(const TiffLayout& layout, Bitmap& pixels) : m_layout(layout), m_pixels(pixels.span<T>()) {}

  void place(const std::uint8_t* stored, int x, int y, int count, int plane) const {
    const int step = m_layout.planar ? 1 : m_layout.samples;
    const int first = m_layout.planar ? plane : 0, last = m_layout.planar ? plane + 1 : m_layout.channels();
    T* to = m_pixels.pixel(x, y);
    for (int i = 0; i < count; ++i, to += m_pixels.channels) {
      for (int c = first; c < last; ++c) {
        S sample;
        std::memcpy(
            &sample,
            stored + (static_cast<std::size_t>(i) * static_cast<std::size_t>(step) + static_cast<std::size_t>(c - first)) * sizeof(S),
            sizeof(S));
        to[c] = sampleAs(sample);
      }
    }
  }

 private:
  const TiffLayout& m_layout;
  View<T> m_pixels;
};

template <class S>
bool readScanlines(TIFF* tiff, const TiffLayout& layout, const Placer<S>& placer, int plane) {
  std::vector<std::uint8_t> line(static_cast<std::size_t>(TIFFScanlineSize64(tiff)));
  const std::size_t needed =
      static_cast<std::size_t>(layout.size.width) * sizeof(S) * static_cast<std::size_t>(layout.planar ? 1 : layout.samples);
  if (line.size() < needed) return false;
  for (int y = 0; y < layout.size.height; ++y) {
    if (TIFFReadScanline(tiff, line.data(), static_cast<std::uint32_t>(y), static_cast<std::uint16_t>(plane)) < 0) return false;
    placer.place(line.data(), 0, y, layout.size.width, plane);
  }
  return true;
}

struct Tile {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> bytes;
};

// A tile's size is the file's word: none without bytes, and none much larger than the picture.
std::uint64_t largestTile(const TiffLayout& layout) {
  const std::uint64_t pixel = static_cast<std::uint64_t>(layout.samples) * static_cast<std::uint64_t>(layout.bytesPerSample());
  const std::uint64_t picture = pixel * static_cast<std::uint64_t>(layout.size.width) * static_cast<std::uint64_t>(layout.size.height);
  return std::max<std::uint64_t>(2 * picture, std::uint64_t{64} << 20);
}

Tile tileOf(TIFF* tiff, const TiffLayout& layout) {
  std::uint32_t width = 0, height = 0;
  TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &width);
  TIFFGetField(tiff, TIFFTAG_TILELENGTH, &height);
  const std::uint64_t size = TIFFTileSize64(tiff);
  if (width == 0 || height == 0 || width > 1 << 20 || height > 1 << 20 || size == 0 || size > largestTile(layout)) return {};
  return {static_cast<int>(width), static_cast<int>(height), std::vector<std::uint8_t>(static_cast<std::size_t>(size))};
}

template <class S>
bool readTiles(TIFF* tiff, const TiffLayout& layout, const Placer<S>& placer, int plane) {
  Tile tile = tileOf(tiff, layout);
  const std::size_t rowBytes =
      static_cast<std::size_t>(tile.width) * sizeof(S) * static_cast<std::size_t>(layout.planar ? 1 : layout.samples);
  if (tile.bytes.empty() || tile.bytes.size() < rowBytes * static_cast<std::size_t>(tile.height)) return false;
  for (int y = 0; y < layout.size.height; y += tile.height) {
    for (int x = 0; x < layout.size.width; x += tile.width) {
      const auto ux = static_cast<std::uint32_t>(x), uy = static_cast<std::uint32_t>(y);
      if (TIFFReadTile(tiff, tile.bytes.data(), ux, uy, 0, static_cast<std::uint16_t>(plane)) < 0) return false;
      for (int r = 0; r < std::min(tile.height, layout.size.height - y); ++r) {
        placer.place(tile.bytes.data() + static_cast<std::size_t>(r) * rowBytes, x, y + r, std::min(tile.width, layout.size.width - x),
                     plane);
      }
    }
  }
  return true;
}

template <class S>
bool readPlain(TIFF* tiff, const TiffLayout& layout, Bitmap& pixels) {
  pixels = Bitmap(layout.size, layout.channels(), sampleTypeOf<typename Placer<S>::T>());
  const Placer<S> placer(layout, pixels);
  for (int plane = 0; plane < (layout.planar ? layout.channels() : 1); ++plane) {
    const bool read = TIFFIsTiled(tiff) != 0 ? readTiles<S>(tiff, layout, placer, plane) : readScanlines<S>(tiff, layout, placer, plane);
    if (!read) return false;
  }
  return true;
}

bool readBySampleKind(TIFF* tiff, const TiffLayout& layout, Bitmap& pixels) {
  if (layout.isFloat) return readPlain<float>(tiff, layout, pixels);
  if (layout.bits == 8) return readPlain<std::uint8_t>(tiff, layout, pixels);
  if (layout.bits == 16) return readPlain<std::uint16_t>(tiff, layout, pixels);
  return readPlain<std::uint32_t>(tiff, layout, pixels);
}

template <class T>
void invert(Bitmap& pixels, int inkChannels) {
  const View<T> all = pixels.span<T>();
  for (std::size_t i = 0; i < pixels.byteCount() / sizeof(T); ++i) {
    if (static_cast<int>(i % static_cast<std::size_t>(all.channels)) < inkChannels)
      all.data[i] = static_cast<T>(std::numeric_limits<T>::max() - all.data[i]);
  }
}

template <class T>
void unpremultiply(Bitmap& pixels) {
  constexpr std::uint64_t top = std::numeric_limits<T>::max();
  const View<T> all = pixels.span<T>();
  const auto channels = static_cast<std::size_t>(all.channels);
  for (T *pixel = all.data, *end = all.data + pixels.byteCount() / sizeof(T); pixel != end; pixel += channels) {
    const std::uint64_t alpha = pixel[channels - 1];
    if (alpha == 0) continue;
    for (std::size_t c = 0; c + 1 < channels; ++c) pixel[c] = static_cast<T>(std::min(top, (pixel[c] * top + alpha / 2) / alpha));
  }
}

template <class T>
void normalise(Bitmap& pixels, const TiffLayout& layout) {
  if (layout.whiteIsZero) invert<T>(pixels, layout.inkChannels());
  if (layout.alpha == TiffAlpha::Premultiplied) unpremultiply<T>(pixels);
}

// Palettes, 1 to 4 bits, Lab, LogLuv and the like: libtiff's own conversion to 8 bits.
bool readByLibtiff(TIFF* tiff, Size size, Bitmap& pixels) {
  char reason[1024] = {};
  TIFFRGBAImage image;
  if (TIFFRGBAImageBegin(&image, tiff, 1, reason) == 0) return false;
  image.orientation = image.req_orientation = ORIENTATION_TOPLEFT;  // turning is done once, for all formats, elsewhere
  pixels = Bitmap(size, 4, SampleType::U8);
  const bool read = TIFFRGBAImageGet(&image, reinterpret_cast<std::uint32_t*>(pixels.bytes()), static_cast<std::uint32_t>(size.width),
                                     static_cast<std::uint32_t>(size.height)) != 0;
  TIFFRGBAImageEnd(&image);
  return read;
}

bool opaque(const Bitmap& rgba) {
  const View<const std::uint8_t> all = rgba.view<std::uint8_t>();
  for (std::size_t i = 3; i < rgba.byteCount(); i += 4) {
    if (all.data[i] != 255) return false;
  }
  return true;
}

Bitmap withoutAlpha(const Bitmap& rgba) {
  Bitmap rgb(rgba.size(), 3, SampleType::U8);
  const std::byte* from = rgba.bytes();
  for (std::byte *to = rgb.bytes(), *end = to + rgb.byteCount(); to != end; to += 3, from += 4) std::memcpy(to, from, 3);
  return rgb;
}

bool readOther(TIFF* tiff, const TiffLayout& layout, Decoded& decoded) {
  if (!readByLibtiff(tiff, layout.size, decoded.pixels)) return false;
  decoded.alpha = !opaque(decoded.pixels);
  if (!decoded.alpha) decoded.pixels = withoutAlpha(decoded.pixels);
  if (decoded.alpha) unpremultiply<std::uint8_t>(decoded.pixels);
  return true;
}

bool readPixels(TIFF* tiff, const TiffLayout& layout, Decoded& decoded) {
  if (!layout.plain) return readOther(tiff, layout, decoded);
  if (!readBySampleKind(tiff, layout, decoded.pixels)) return false;
  decoded.ink = layout.ink;
  decoded.alpha = layout.alpha != TiffAlpha::None;
  decoded.pixels.sampleType() == SampleType::U8 ? normalise<std::uint8_t>(decoded.pixels, layout)
                                                : normalise<std::uint16_t>(decoded.pixels, layout);
  return true;
}

Bytes embeddedIcc(TIFF* tiff) {
  std::uint32_t length = 0;
  const void* profile = nullptr;
  if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &length, &profile) == 0) return {};
  const auto* first = static_cast<const std::byte*>(profile);
  return {first, first + length};
}

bool endsBeforeItsStrips(TIFF* tiff, std::uint64_t fileSize) {
  const std::uint32_t count = TIFFIsTiled(tiff) != 0 ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
  for (std::uint32_t i = 0; i < std::min(count, 1U << 20); ++i) {
    if (TIFFGetStrileOffset(tiff, i) + TIFFGetStrileByteCount(tiff, i) > fileSize) return true;
  }
  return false;
}

void noteConversions(TIFF* tiff, const TiffLayout& layout, const std::string& name, std::vector<std::string>& notes) {
  if (layout.bits == 32) notes.push_back(quoted(name) + " has 32 bits a sample; they were rounded to 16.");
  if (TIFFLastDirectory(tiff) == 0) notes.push_back(quoted(name) + " has several pages; the first one was opened.");
}

// The page that `tiff` stands at.
Result<Decoded> decodedPage(TIFF* tiff, const PictureFile& file) {
  const TiffLayout layout = tiffLayout(tiff);
  if (auto fits = withinBudget(file.name, layout.size, file.budget); !fits) return fits.failure();
  if (layout.samples > 64) return damaged(file.name);
  Decoded decoded;
  decoded.icc = embeddedIcc(tiff);
  if (!readPixels(tiff, layout, decoded)) {
    return endsBeforeItsStrips(tiff, file.bytes.size()) ? cutShort(file.name) : damaged(file.name);
  }
  noteConversions(tiff, layout, file.name, decoded.notes);
  return decoded;
}

std::string pageName(TIFF* tiff) {
  const char* text = nullptr;
  for (const std::uint32_t tag : {TIFFTAG_PAGENAME, TIFFTAG_IMAGEDESCRIPTION})
    if (TIFFGetField(tiff, tag, &text) != 0 && text != nullptr && *text != '\0') return std::string(text).substr(0, 200);
  return {};
}

}  // namespace

Result<Decoded> decodeTiff(const PictureFile& file) {
  const OpenTiff tiff = openTiffToRead(file.bytes, static_cast<std::size_t>(file.budget.maxPixels) * 8);
  if (!tiff) return damaged(file.name);
  return decodedPage(tiff.get(), file);
}

Result<std::vector<TiffPage>> decodeTiffPages(const PictureFile& file, std::size_t most) {
  const OpenTiff tiff = openTiffToRead(file.bytes, static_cast<std::size_t>(file.budget.maxPixels) * 8);
  if (!tiff) return damaged(file.name);
  std::vector<TiffPage> pages;
  std::int64_t pixels = 0;
  do {
    if (pages.size() == most)
      return badInput(quoted(file.name) + " has more than " + std::to_string(most) + " pages. Save only those that are needed.");
    const Size size = tiffLayout(tiff.get()).size;
    pixels += static_cast<std::int64_t>(size.width) * size.height;
    if (pixels > file.budget.maxPixels) return badInput(quoted(file.name) + " has too many pages of that size. Save them smaller.");
    Result<Decoded> page = decodedPage(tiff.get(), file);
    if (!page) return page.failure();
    pages.push_back({pageName(tiff.get()), std::move(*page)});
  } while (TIFFReadDirectory(tiff.get()) != 0);
  return pages;
}

}  // namespace retailor::image
