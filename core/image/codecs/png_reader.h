#pragma once

// For the decoders of PNG only.

#include <cstring>
#include <new>
#include <span>
#include <vector>

#include <png.h>

#include "core/image/bitmap.h"
#include "core/image/sentences.h"

namespace retailor::image {

// libpng's reading state. libpng leaves by longjmp, so whatever calls it does so inside attempt(), holding nothing to destroy.
class PngReader {
 public:
  explicit PngReader(std::span<const std::byte> file) : m_left(file) {
    m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, [](png_structp, png_const_charp) {});
    if (m_png == nullptr) throw std::bad_alloc();
    m_info = png_create_info_struct(m_png);
    png_set_read_fn(m_png, this, read);
    png_set_user_limits(m_png, PNG_UINT_31_MAX,
                        PNG_UINT_31_MAX);  // ours are checked with our own sentence
    png_set_option(m_png, PNG_SKIP_sRGB_CHECK_PROFILE, PNG_OPTION_ON);
    png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_ALWAYS, reinterpret_cast<png_const_bytep>("cICP"), 1);
  }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
  ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }

  template <class Step>
  bool attempt(const Step& step) {
    if (setjmp(png_jmpbuf(m_png)) != 0) return false;
    step(m_png, m_info);
    return true;
  }

  bool ranOut() const { return m_ranOut; }
  png_structp png() const { return m_png; }
  png_infop info() const { return m_info; }

 private:
  static void fail(png_structp png, png_const_charp) { png_longjmp(png, 1); }

  static void read(png_structp png, png_bytep to, std::size_t count) {
    auto& self = *static_cast<PngReader*>(png_get_io_ptr(png));
    if (count > self.m_left.size()) {
      self.m_ranOut = true;
      png_error(png, "end of file");
    }
    std::memcpy(to, self.m_left.data(), count);
    self.m_left = self.m_left.subspan(count);
  }

  std::span<const std::byte> m_left;
  png_structp m_png = nullptr;
  png_infop m_info = nullptr;
  bool m_ranOut = false;
};

inline Failure unread(const PngReader& reader, const std::string& name) { return reader.ranOut() ? cutShort(name) : damaged(name); }

inline bool readRows(PngReader& reader, Bitmap& pixels) {
  std::vector<png_bytep> rows;
  for (int y = 0; y < pixels.height(); ++y) {
    rows.push_back(reinterpret_cast<png_bytep>(pixels.bytes()) + static_cast<std::size_t>(y) * pixels.rowBytes());
  }
  return reader.attempt([&](png_structp png, png_infop info) {
    png_read_image(png, rows.data());
    png_read_end(png, info);
  });
}

}  // namespace retailor::image
