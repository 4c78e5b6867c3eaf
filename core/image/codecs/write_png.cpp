#include <algorithm>
#include <stdexcept>

#include <png.h>

#include "core/image/codecs/codec.h"
#include "core/image/codecs/png_rows.h"

namespace retailor::image {
namespace {

// libpng's writing state; as in read_png.cpp, libpng is called inside attempt() only.
class PngWriter {
 public:
  PngWriter() {
    m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, [](png_structp, png_const_charp) {});
    if (m_png == nullptr) throw std::bad_alloc();
    m_info = png_create_info_struct(m_png);
    png_set_write_fn(m_png, this, append, [](png_structp) {});
  }
  PngWriter(const PngWriter&) = delete;
  PngWriter& operator=(const PngWriter&) = delete;
  ~PngWriter() { png_destroy_write_struct(&m_png, &m_info); }

  template <class Step>
  bool attempt(const Step& step) {
    if (setjmp(png_jmpbuf(m_png)) != 0) return false;
    step(m_png, m_info);
    return true;
  }

  Bytes& file() { return m_file; }

 private:
  static void fail(png_structp png, png_const_charp) { png_longjmp(png, 1); }

  static void append(png_structp png, png_bytep from, std::size_t count) {
    auto& self = *static_cast<PngWriter*>(png_get_io_ptr(png));
    const auto* first = reinterpret_cast<const std::byte*>(from);
    try {
      self.m_file.insert(self.m_file.end(), first, first + count);
    } catch (const std::bad_alloc&) {
      self.m_full = true;
    }
    if (self.m_full) png_error(png, "out of memory");
  }

  png_structp m_png = nullptr;
  png_infop m_info = nullptr;
  Bytes m_file;
  bool m_full = false;
};

int colourType(int channels) {
  switch (channels) {
    case 1: return PNG_COLOR_TYPE_GRAY;
    case 2: return PNG_COLOR_TYPE_GRAY_ALPHA;
    case 4: return PNG_COLOR_TYPE_RGB_ALPHA;
    default: return PNG_COLOR_TYPE_RGB;
  }
}

// libpng refuses version 4 profiles whose length is not a multiple of four, though others write them: filled up with zeros.
Bytes evenlyLong(Bytes icc) {
  if (icc.size() < 4) return icc;
  icc.resize((icc.size() + 3) / 4 * 4);
  for (std::size_t i = 0; i < 4; ++i) icc[i] = static_cast<std::byte>(icc.size() >> (24 - 8 * i));
  return icc;
}

void setIcc(png_structp png, png_infop info, const Bytes& icc) {
  const auto* bytes = reinterpret_cast<png_const_bytep>(icc.data());
  png_set_iCCP(png, info, "ICC profile", PNG_COMPRESSION_TYPE_BASE, bytes, static_cast<png_uint_32>(icc.size()));
}

// After the header: libpng holds the profile against its colour type.
bool addIcc(PngWriter& writer, const Bytes& icc) {
  const auto accepted = [&](const Bytes& profile) {
    return writer.attempt([&](png_structp png, png_infop info) { setIcc(png, info, profile); });
  };
  return accepted(icc) || accepted(evenlyLong(icc));
}

void setPalette(png_structp png, png_infop info, std::span<const std::uint32_t> palette) {
  std::vector<png_color> colours;
  for (const std::uint32_t colour : palette)
    colours.push_back({static_cast<png_byte>(colour >> 16), static_cast<png_byte>(colour >> 8), static_cast<png_byte>(colour)});
  png_set_PLTE(png, info, colours.data(), static_cast<int>(colours.size()));
}

void describe(png_structp png, png_infop info, const Bitmap& pixels, std::span<const std::uint32_t> palette) {
  const bool deep = pixels.sampleType() == SampleType::U16;
  png_set_IHDR(png, info, static_cast<png_uint_32>(pixels.width()), static_cast<png_uint_32>(pixels.height()), deep ? 16 : 8,
               palette.empty() ? colourType(pixels.channels()) : PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (!palette.empty()) setPalette(png, info, palette);
  png_set_option(png, PNG_SKIP_sRGB_CHECK_PROFILE, PNG_OPTION_ON);
}

void writeChunk(png_structp png, const char* name, const Bytes& content) {
  png_write_chunk(png, reinterpret_cast<png_const_bytep>(name), reinterpret_cast<png_const_bytep>(content.data()), content.size());
}

bool writeChunks(PngWriter& writer, const std::vector<Bytes>& rows) {
  return writer.attempt([&](png_structp png, png_infop info) {
    png_write_info(png, info);
    for (const Bytes& piece : rows) writeChunk(png, "IDAT", piece);
    png_write_chunk(png, reinterpret_cast<png_const_bytep>("IEND"), nullptr, 0);
  });
}

}  // namespace

Result<Bytes> encodeAsPng(const Bitmap& bitmap, const EncodeSettings& settings) {
  if (bitmap.sampleType() == SampleType::F32) return encodeAsPng(withSampleType(bitmap, SampleType::U16), settings);
  PngWriter writer;
  const bool described = writer.attempt([&](png_structp png, png_infop info) { describe(png, info, bitmap, settings.palette); });
  if (!described) throw std::runtime_error("libpng refused its size");
  if (settings.icc != nullptr && !addIcc(writer, *settings.icc)) throw std::runtime_error("libpng refused the colour profile");
  if (!writeChunks(writer, deflatedPngRows(bitmap, std::clamp(settings.options.pngCompression, 0, 9)))) throw std::bad_alloc();
  return std::move(writer.file());
}

}  // namespace retailor::image
