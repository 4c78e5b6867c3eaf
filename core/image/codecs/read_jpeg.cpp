#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>  // after it: the two depend on each other's order

#include "core/image/codecs/codec.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

// libjpeg's reading state. It leaves by longjmp, so whatever calls it does so inside attempt(), holding nothing to destroy.
class JpegReader {
 public:
  explicit JpegReader(std::span<const std::byte> file) {
    m_state.err = jpeg_std_error(&m_errors);
    m_state.client_data = this;
    m_errors.error_exit = [](j_common_ptr state) { std::longjmp(static_cast<JpegReader*>(state->client_data)->m_jump, 1); };
    m_errors.emit_message = noteWarning;
    m_progress.progress_monitor = stopEndlessScans;
    m_created = attempt([&](jpeg_decompress_struct& state) {
      jpeg_create_decompress(&state);
      state.client_data = this;
      state.progress = &m_progress;
      jpeg_mem_src(&state, reinterpret_cast<const unsigned char*>(file.data()), file.size());
    });
    if (!m_created) throw std::bad_alloc();
  }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
  ~JpegReader() { jpeg_destroy_decompress(&m_state); }

  template <class Step>
  bool attempt(const Step& step) {
    if (setjmp(m_jump) != 0) return false;
    step(m_state);
    return true;
  }

  jpeg_decompress_struct& state() { return m_state; }
  int error() const { return m_errors.msg_code; }  // after a failed attempt
  bool ranOut() const { return m_ranOut; }
  bool corrupt() const { return m_corrupt; }

 private:
  static void noteWarning(j_common_ptr state, int level) {
    auto& self = *static_cast<JpegReader*>(state->client_data);
    if (level >= 0) return;
    const int code = state->err->msg_code;
    self.m_ranOut = self.m_ranOut || code == JWRN_JPEG_EOF;
    self.m_corrupt = self.m_corrupt || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_ARITH_BAD_CODE;
  }

  // A small hostile file can ask for thousands of passes over a large picture; honest ones have a dozen or two.
  static void stopEndlessScans(j_common_ptr state) {
    constexpr int most = 500;
    if (reinterpret_cast<j_decompress_ptr>(state)->input_scan_number > most) state->err->error_exit(state);
  }

  jpeg_decompress_struct m_state{};
  jpeg_error_mgr m_errors{};
  jpeg_progress_mgr m_progress{};
  std::jmp_buf m_jump{};
  bool m_created = false;
  bool m_ranOut = false;
  bool m_corrupt = false;
};

Failure unread(const JpegReader& reader, const std::string& name) {
  if (reader.ranOut() || reader.error() == JERR_INPUT_EOF || reader.error() == JERR_INPUT_EMPTY) return cutShort(name);
  if (reader.error() == JERR_BAD_PRECISION) return notReadable(name, "is a JPEG picture with more than 8 bits");
  if (reader.error() == JERR_SOF_UNSUPPORTED) return notReadable(name, "is a JPEG picture of a rare kind");
  if (reader.error() == JERR_OUT_OF_MEMORY) return outOfMemory(name);
  return damaged(name);
}

Ink chooseInk(jpeg_decompress_struct& state) {
  switch (state.jpeg_color_space) {
    case JCS_GRAYSCALE: state.out_color_space = JCS_GRAYSCALE; return Ink::Grey;
    case JCS_CMYK:
    case JCS_YCCK: state.out_color_space = JCS_CMYK; return Ink::Cmyk;
    default: state.out_color_space = JCS_RGB; return Ink::Rgb;
  }
}

void readRows(jpeg_decompress_struct& state, Bitmap& pixels) {
  jpeg_start_decompress(&state);
  while (state.output_scanline < state.output_height) {
    JSAMPROW row = reinterpret_cast<JSAMPROW>(pixels.bytes()) + state.output_scanline * pixels.rowBytes();
    jpeg_read_scanlines(&state, &row, 1);
  }
  jpeg_finish_decompress(&state);
}

Bytes embeddedIcc(JpegReader& reader) {
  JOCTET* profile = nullptr;
  unsigned int length = 0;
  reader.attempt([&](jpeg_decompress_struct& state) { jpeg_read_icc_profile(&state, &profile, &length); });
  if (profile == nullptr) return {};
  const std::unique_ptr<JOCTET, decltype(&std::free)> owned(profile, std::free);
  const auto* first = reinterpret_cast<const std::byte*>(profile);
  return {first, first + length};
}

// Adobe programs store inks upside down, 255 meaning none, and say so by their marker.
void invert(Bitmap& pixels) {
  const View<std::uint8_t> all = pixels.span<std::uint8_t>();
  for (std::size_t i = 0; i < pixels.byteCount(); ++i) all.data[i] = static_cast<std::uint8_t>(255 - all.data[i]);
}

}  // namespace

Result<Decoded> decodeJpeg(const PictureFile& file) {
  JpegReader reader(file.bytes);
  const bool headed = reader.attempt([](jpeg_decompress_struct& state) {
    jpeg_save_markers(&state, JPEG_APP0 + 2, 0xFFFF);  // the ICC profile
    jpeg_read_header(&state, TRUE);
  });
  if (!headed) return unread(reader, file.name);
  const Size size{static_cast<int>(reader.state().image_width), static_cast<int>(reader.state().image_height)};
  if (auto fits = withinBudget(file.name, size, file.budget); !fits) return fits.failure();

  Decoded decoded;
  decoded.icc = embeddedIcc(reader);
  decoded.ink = chooseInk(reader.state());
  decoded.pixels = Bitmap(size, decoded.ink == Ink::Grey ? 1 : decoded.ink == Ink::Rgb ? 3 : 4, SampleType::U8);
  const bool whole = reader.attempt([&](jpeg_decompress_struct& state) { readRows(state, decoded.pixels); });
  if (!whole || reader.ranOut()) return unread(reader, file.name);
  if (reader.corrupt()) decoded.notes.push_back(quoted(file.name) + " is damaged inside; parts of the picture may look wrong.");
  if (decoded.ink == Ink::Cmyk && reader.state().saw_Adobe_marker) invert(decoded.pixels);
  return decoded;
}

}  // namespace retailor::image
