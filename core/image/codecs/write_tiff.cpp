#include <stdexcept>

#include "core/image/codecs/codec.h"
#include "core/image/codecs/tiff_memory.h"

namespace retailor::image {
namespace {

constexpr std::size_t kStripBytes = 1 << 20;

void describe(TIFF* tiff, const Bitmap& pixels) {
  const auto rows = std::max<std::size_t>(1, kStripBytes / pixels.rowBytes());
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(pixels.width()));
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(pixels.height()));
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, pixels.channels());
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, static_cast<int>(8 * bytesPerSample(pixels.sampleType())));
  TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, pixels.channels() < 3 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
  TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
  TIFFSetField(tiff, TIFFTAG_ZIPQUALITY, 3);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(rows));
  const std::uint16_t straight = EXTRASAMPLE_UNASSALPHA;
  if (pixels.hasAlpha()) TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &straight);
}

bool writeRows(TIFF* tiff, const Bitmap& pixels) {
  Bytes row(pixels.rowBytes());  // libtiff's predictor works in place
  for (int y = 0; y < pixels.height(); ++y) {
    const std::byte* from = pixels.bytes() + static_cast<std::size_t>(y) * row.size();
    std::copy(from, from + row.size(), row.begin());
    if (TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y), 0) < 0) return false;
  }
  return TIFFWriteDirectory(tiff) != 0;
}

}  // namespace

Result<Bytes> encodeAsTiff(const Bitmap& bitmap, const EncodeSettings& settings) {
  if (bitmap.sampleType() == SampleType::F32) return encodeAsTiff(withSampleType(bitmap, SampleType::U16), settings);
  TiffInMaking file;
  OpenTiff tiff = openTiffToWrite(file);
  if (!tiff) throw std::bad_alloc();
  describe(tiff.get(), bitmap);
  if (settings.icc != nullptr) {
    TIFFSetField(tiff.get(), TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(settings.icc->size()), settings.icc->data());
  }
  if (!writeRows(tiff.get(), bitmap)) throw std::runtime_error("libtiff failed");
  tiff.reset();
  return std::move(file.bytes);
}

}  // namespace retailor::image
