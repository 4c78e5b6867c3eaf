#include <algorithm>
#include <stdexcept>

#include <webp/encode.h>
#include <webp/mux.h>

#include "core/image/codecs/codec.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

using Mux = std::unique_ptr<WebPMux, decltype(&WebPMuxDelete)>;

struct Picture : WebPPicture {
  Picture() : WebPPicture() {
    if (WebPPictureInit(this) == 0) throw std::runtime_error("wrong libwebp version");
  }
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;
  ~Picture() { WebPPictureFree(this); }
};

struct Sink : WebPMemoryWriter {
  Sink() : WebPMemoryWriter() { WebPMemoryWriterInit(this); }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  ~Sink() { WebPMemoryWriterClear(this); }
};

Bytes copied(const std::uint8_t* data, std::size_t size) {
  const auto* first = reinterpret_cast<const std::byte*>(data);
  return {first, first + size};
}

WebPConfig configured(int quality) {
  constexpr int fastLossless = 1;  // higher levels take many times longer for a few per cent
  WebPConfig config;
  if (WebPConfigInit(&config) == 0) throw std::runtime_error("wrong libwebp version");
  if (quality > 100) {
    WebPConfigLosslessPreset(&config, fastLossless);
  } else {
    config.quality = static_cast<float>(std::max(quality, 1));
    config.use_sharp_yuv = 1;
  }
  config.exact = 1;  // keeps the colours hidden under full transparency
  config.thread_level = 1;
  return config;
}

Bytes encoded(const Bitmap& pixels, const WebPConfig& config) {
  Picture picture;
  Sink sink;
  picture.use_argb = 1;
  picture.width = pixels.width();
  picture.height = pixels.height();
  picture.writer = WebPMemoryWrite;
  picture.custom_ptr = &sink;
  const auto* samples = reinterpret_cast<const std::uint8_t*>(pixels.bytes());
  const int stride = static_cast<int>(pixels.rowBytes());
  const int imported =
      pixels.hasAlpha() ? WebPPictureImportRGBA(&picture, samples, stride) : WebPPictureImportRGB(&picture, samples, stride);
  if (imported == 0) throw std::bad_alloc();
  if (WebPEncode(&config, &picture) == 0) throw std::runtime_error("libwebp error " + std::to_string(picture.error_code));
  return copied(sink.mem, sink.size);
}

Bytes withIcc(const Bytes& file, const Bytes& icc) {
  const WebPData data{reinterpret_cast<const std::uint8_t*>(file.data()), file.size()};
  const WebPData profile{reinterpret_cast<const std::uint8_t*>(icc.data()), icc.size()};
  const Mux mux(WebPMuxCreate(&data, 0), WebPMuxDelete);
  WebPData whole{};
  const bool done =
      mux && WebPMuxSetChunk(mux.get(), "ICCP", &profile, 0) == WEBP_MUX_OK && WebPMuxAssemble(mux.get(), &whole) == WEBP_MUX_OK;
  if (!done) throw std::runtime_error("libwebp refused the colour profile");
  Bytes result = copied(whole.bytes, whole.size);
  WebPDataClear(&whole);
  return result;
}

}  // namespace

Result<Bytes> encodeAsWebP(const Bitmap& pixels, const EncodeSettings& settings) {
  if (pixels.width() > WEBP_MAX_DIMENSION || pixels.height() > WEBP_MAX_DIMENSION) return tooLargeFor("WebP", WEBP_MAX_DIMENSION);
  if (pixels.sampleType() != SampleType::U8) return encodeAsWebP(withSampleType(pixels, SampleType::U8), settings);
  Bytes file = encoded(pixels, configured(settings.options.webpQuality));
  return settings.icc == nullptr ? file : withIcc(file, *settings.icc);
}

}  // namespace retailor::image
