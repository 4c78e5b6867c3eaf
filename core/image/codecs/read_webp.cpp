#include <cstring>

#include <webp/decode.h>
#include <webp/mux.h>

#include "core/image/codecs/codec.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

Failure unread(VP8StatusCode status, const std::string& name) {
  switch (status) {
    case VP8_STATUS_NOT_ENOUGH_DATA:
    case VP8_STATUS_SUSPENDED: return cutShort(name);
    case VP8_STATUS_OUT_OF_MEMORY: return outOfMemory(name);
    default: return damaged(name);
  }
}

const std::uint8_t* start(const PictureFile& file) { return reinterpret_cast<const std::uint8_t*>(file.bytes.data()); }

// The canvas of an extended file ("VP8X": at byte 24 two 24-bit numbers, less one), which libwebp refuses with no reason given where it is
// too large; zero for a plain file.
Size extendedCanvas(const PictureFile& file) {
  const std::uint8_t* bytes = start(file);
  if (file.bytes.size() < 30 || std::memcmp(bytes + 12, "VP8X", 4) != 0) return {};
  const auto side = [](const std::uint8_t* at) { return 1 + at[0] + (at[1] << 8) + (at[2] << 16); };
  return {side(bytes + 24), side(bytes + 27)};
}

Bytes embeddedIcc(const PictureFile& file) {
  const WebPData data{start(file), file.bytes.size()};
  const std::unique_ptr<WebPMux, decltype(&WebPMuxDelete)> mux(WebPMuxCreate(&data, 0), WebPMuxDelete);
  WebPData chunk{};
  if (!mux || WebPMuxGetChunk(mux.get(), "ICCP", &chunk) != WEBP_MUX_OK) return {};
  const auto* first = reinterpret_cast<const std::byte*>(chunk.bytes);
  return {first, first + chunk.size};
}

VP8StatusCode decodeInto(Bitmap& pixels, const PictureFile& file) {
  WebPDecoderConfig config;
  if (WebPInitDecoderConfig(&config) == 0) return VP8_STATUS_INVALID_PARAM;
  config.options.use_threads = 1;
  config.output.colorspace = pixels.hasAlpha() ? MODE_RGBA : MODE_RGB;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = reinterpret_cast<std::uint8_t*>(pixels.bytes());
  config.output.u.RGBA.stride = static_cast<int>(pixels.rowBytes());
  config.output.u.RGBA.size = pixels.byteCount();
  return WebPDecode(start(file), file.bytes.size(), &config);
}

}  // namespace

Result<Decoded> decodeWebP(const PictureFile& file) {
  if (const Size canvas = extendedCanvas(file); canvas.width > 0) {
    if (auto fits = withinBudget(file.name, canvas, file.budget); !fits) return fits.failure();
  }
  WebPBitstreamFeatures features;
  const VP8StatusCode headed = WebPGetFeatures(start(file), file.bytes.size(), &features);
  if (headed != VP8_STATUS_OK) return unread(headed, file.name);
  const Size size{features.width, features.height};
  if (auto fits = withinBudget(file.name, size, file.budget); !fits) return fits.failure();
  if (features.has_animation != 0) return notReadable(file.name, "is a WebP animation");
  Decoded decoded;
  decoded.alpha = features.has_alpha != 0;
  decoded.icc = embeddedIcc(file);
  decoded.pixels = Bitmap(size, decoded.alpha ? 4 : 3, SampleType::U8);
  const VP8StatusCode status = decodeInto(decoded.pixels, file);
  if (status != VP8_STATUS_OK) return unread(status, file.name);
  return decoded;
}

}  // namespace retailor::image
