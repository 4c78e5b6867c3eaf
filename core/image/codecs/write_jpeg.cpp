#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include <jpeglib.h>

#include "core/image/codecs/codec.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

constexpr int kMaxSide = 65500;  // libjpeg's JPEG_MAX_DIMENSION

// libjpeg's writing state; as in read_jpeg.cpp, libjpeg is called inside attempt() only.
class JpegWriter {
 public:
  JpegWriter() {
    m_state.err = jpeg_std_error(&m_errors);
    m_errors.error_exit = [](j_common_ptr state) { std::longjmp(static_cast<JpegWriter*>(state->client_data)->m_jump, 1); };
    m_errors.emit_message = [](j_common_ptr, int) {};
    m_state.client_data = this;
  }
  JpegWriter(const JpegWriter&) = delete;
  JpegWriter& operator=(const JpegWriter&) = delete;
  ~JpegWriter() {
    jpeg_destroy_compress(&m_state);
    std::free(m_file);
  }

  template <class Step>
  void attempt(const Step& step) {
    if (setjmp(m_jump) != 0) throw std::runtime_error("libjpeg refused it");
    step(m_state);
  }

  void start() {
    attempt([this](jpeg_compress_struct& state) {
      jpeg_create_compress(&state);
      state.client_data = this;
      jpeg_mem_dest(&state, &m_file, &m_length);
    });
  }

  Bytes file() const {
    const auto* first = reinterpret_cast<const std::byte*>(m_file);
    return {first, first + m_length};
  }

 private:
  jpeg_compress_struct m_state{};
  jpeg_error_mgr m_errors{};
  std::jmp_buf m_jump{};
  unsigned char* m_file = nullptr;
  unsigned long m_length = 0;
};

// Every component at full resolution: edits must not smear into their neighbours by chroma subsampling.
void configure(jpeg_compress_struct& state, const Bitmap& pixels, int quality) {
  state.image_width = static_cast<JDIMENSION>(pixels.width());
  state.image_height = static_cast<JDIMENSION>(pixels.height());
  state.input_components = 3;
  state.in_color_space = JCS_RGB;
  jpeg_set_defaults(&state);
  jpeg_set_quality(&state, std::clamp(quality, 1, 100), TRUE);
  for (int c = 0; c < state.num_components; ++c) state.comp_info[c].h_samp_factor = state.comp_info[c].v_samp_factor = 1;
  state.optimize_coding = TRUE;
}

std::uint8_t overWhite(int colour, int alpha) { return static_cast<std::uint8_t>((colour * alpha + 255 * (255 - alpha) + 127) / 255); }

Bitmap withoutAlpha(const Bitmap& pixels) {
  Bitmap rgb(pixels.size(), 3, SampleType::U8);
  const View<const std::uint8_t> from = pixels.view<std::uint8_t>();
  const View<std::uint8_t> to = rgb.span<std::uint8_t>();
  const std::size_t count = static_cast<std::size_t>(pixels.width()) * static_cast<std::size_t>(pixels.height());
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t c = 0; c < 3; ++c) to.data[3 * i + c] = overWhite(from.data[4 * i + c], from.data[4 * i + 3]);
  }
  return rgb;
}

void writeRows(jpeg_compress_struct& state, const Bitmap& pixels) {
  while (state.next_scanline < state.image_height) {
    // libjpeg only reads the row; its type has no const.
    auto* row = reinterpret_cast<JSAMPROW>(const_cast<std::byte*>(pixels.bytes())) + state.next_scanline * pixels.rowBytes();
    jpeg_write_scanlines(&state, &row, 1);
  }
  jpeg_finish_compress(&state);
}

Bytes encoded(const Bitmap& rgb, const EncodeSettings& settings) {
  JpegWriter writer;
  writer.start();
  writer.attempt([&](jpeg_compress_struct& state) {
    configure(state, rgb, settings.options.jpegQuality);
    jpeg_start_compress(&state, TRUE);
    if (settings.icc != nullptr) {
      jpeg_write_icc_profile(&state, reinterpret_cast<const JOCTET*>(settings.icc->data()), static_cast<unsigned>(settings.icc->size()));
    }
    writeRows(state, rgb);
  });
  return writer.file();
}

}  // namespace

Result<Bytes> encodeAsJpeg(const Bitmap& pixels, const EncodeSettings& settings) {
  if (pixels.width() > kMaxSide || pixels.height() > kMaxSide) return tooLargeFor("JPEG", kMaxSide);
  if (pixels.sampleType() != SampleType::U8) return encodeAsJpeg(withSampleType(pixels, SampleType::U8), settings);
  return encoded(pixels.hasAlpha() ? withoutAlpha(pixels) : pixels, settings);
}

}  // namespace retailor::image
