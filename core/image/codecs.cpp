#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/image/codec.h"
#include "core/image/opencv_bitmap.h"
#include "core/image/sentences.h"

namespace retailor::image {
namespace {

Result<Decoded> decode(const PictureFile& file) {
  const cv::Mat raw(1, static_cast<int>(file.bytes.size()), CV_8U, const_cast<std::byte*>(file.bytes.data()));
  cv::Mat pixels = cv::imdecode(raw, cv::IMREAD_UNCHANGED);
  if (pixels.empty()) return cutShort(file.name);
  Decoded decoded;
  if (pixels.channels() == 1) {
    decoded.ink = Ink::Grey;
  } else {
    decoded.alpha = pixels.channels() == 4;
    cv::cvtColor(pixels, pixels, decoded.alpha ? cv::COLOR_BGRA2RGBA : cv::COLOR_BGR2RGB);
  }
  decoded.pixels = fromCv(pixels);
  return decoded;
}

Result<Bytes> encode(const Bitmap& bitmap, const char* extension, const std::vector<int>& parameters) {
  cv::Mat swapped = toCv(bitmap);
  if (bitmap.channels() == 3) cv::cvtColor(toCv(bitmap), swapped = cv::Mat(), cv::COLOR_RGB2BGR);
  if (bitmap.channels() == 4) cv::cvtColor(toCv(bitmap), swapped = cv::Mat(), cv::COLOR_RGBA2BGRA);
  std::vector<uchar> out;
  cv::imencode(extension, swapped, out, parameters);
  const auto* first = reinterpret_cast<const std::byte*>(out.data());
  return Bytes(first, first + out.size());
}

}  // namespace

Result<Decoded> decodePng(const PictureFile& file) { return decode(file); }
Result<Decoded> decodeJpeg(const PictureFile& file) { return decode(file); }
Result<Decoded> decodeTiff(const PictureFile& file) { return decode(file); }
Result<Decoded> decodeWebP(const PictureFile& file) { return decode(file); }

Result<Bytes> encodeAsPng(const Bitmap& pixels, const EncodeSettings& s) {
  return encode(pixels, ".png", {cv::IMWRITE_PNG_COMPRESSION, s.options.pngCompression});
}
Result<Bytes> encodeAsJpeg(const Bitmap& pixels, const EncodeSettings& s) {
  return encode(withSampleType(pixels, SampleType::U8), ".jpg", {cv::IMWRITE_JPEG_QUALITY, s.options.jpegQuality});
}
Result<Bytes> encodeAsTiff(const Bitmap& pixels, const EncodeSettings&) { return encode(pixels, ".tif", {}); }
Result<Bytes> encodeAsWebP(const Bitmap& pixels, const EncodeSettings& s) {
  return encode(withSampleType(pixels, SampleType::U8), ".webp", {cv::IMWRITE_WEBP_QUALITY, s.options.webpQuality});
}

}  // namespace retailor::image
