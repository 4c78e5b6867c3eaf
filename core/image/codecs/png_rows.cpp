#include "core/image/codecs/png_rows.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <new>

#include <zlib.h>

#include "core/image/codecs/png_filter.h"
#include "core/image/parallel_rows.h"

namespace retailor::image {
namespace {

constexpr std::size_t kBandBytes = 1 << 20;
constexpr int kRawDeflate = -15;  // no zlib header of its own: the bands together make one stream

using Piece = std::vector<std::byte>;

struct Band {
  Piece deflated;
  uLong checksum = adler32(0, nullptr, 0);
  std::size_t length = 0;
};

class BandWriter {
 public:
  BandWriter(const Bitmap& pixels, int compression) : m_pixels(pixels), m_compression(compression) {}

  int rowsInBand() const { return static_cast<int>(std::max<std::size_t>(1, kBandBytes / m_pixels.rowBytes())); }

  // The rows from `first` on, filtered and deflated; a band ends on a byte's edge, the last one ends the stream.
  Band written(int first) const {
    const int end = std::min(first + rowsInBand(), m_pixels.height());
    std::vector<std::uint8_t> filtered = filteredRows(first, end);
    Band band;
    band.length = filtered.size();
    band.checksum = adler32_z(band.checksum, filtered.data(), filtered.size());
    band.deflated = deflated(filtered, end == m_pixels.height() ? Z_FINISH : Z_SYNC_FLUSH);
    return band;
  }

 private:
  std::vector<std::uint8_t> filteredRows(int first, int end) const {
    const std::size_t rowBytes = m_pixels.rowBytes();
    std::vector<std::uint8_t> filtered((rowBytes + 1) * static_cast<std::size_t>(end - first)), above(rowBytes), row(rowBytes);
    PngFilter filter(rowBytes, static_cast<std::size_t>(m_pixels.channels()) * bytesPerSample(m_pixels.sampleType()));
    if (first > 0) readRow(first - 1, above);
    for (int y = first; y < end; ++y) {
      readRow(y, row);
      filter.filter(row.data(), above.data(), filtered.data() + static_cast<std::size_t>(y - first) * (rowBytes + 1));
      std::swap(row, above);
    }
    return filtered;
  }

  // PNG stores 16-bit samples with the high byte first.
  void readRow(int y, std::vector<std::uint8_t>& row) const {
    const auto* from = reinterpret_cast<const std::uint8_t*>(m_pixels.bytes()) + static_cast<std::size_t>(y) * row.size();
    std::copy(from, from + row.size(), row.begin());
    if (m_pixels.sampleType() != SampleType::U16 || std::endian::native == std::endian::big) return;
    for (std::size_t i = 0; i + 1 < row.size(); i += 2) std::swap(row[i], row[i + 1]);
  }

  Piece deflated(std::vector<std::uint8_t>& filtered, int flush) const {
    z_stream stream{};
    if (deflateInit2(&stream, m_compression, Z_DEFLATED, kRawDeflate, 9, Z_FILTERED) != Z_OK) throw std::bad_alloc();
    Piece piece(deflateBound(&stream, static_cast<uLong>(filtered.size())) + 16);
    stream.next_in = filtered.data();
    stream.avail_in = static_cast<uInt>(filtered.size());
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    deflate(&stream, flush);
    piece.resize(stream.total_out);
    deflateEnd(&stream);
    return piece;
  }

  const Bitmap& m_pixels;
  int m_compression;
};

std::vector<Band> writtenBands(const Bitmap& pixels, int compression) {
  const BandWriter writer(pixels, compression);
  const int rows = writer.rowsInBand();
  std::vector<Band> bands(static_cast<std::size_t>((pixels.height() + rows - 1) / rows));
  std::atomic<bool> outOfMemory = false;
  overRows(static_cast<int>(bands.size()), pixels.byteCount(), [&](int first, int last) {
    try {
      for (int band = first; band < last; ++band) bands[static_cast<std::size_t>(band)] = writer.written(band * rows);
    } catch (const std::bad_alloc&) {
      outOfMemory = true;
    }
  });
  if (outOfMemory) throw std::bad_alloc();
  return bands;
}

Piece bigEndian(uLong value) {
  Piece piece(4);
  for (std::size_t i = 0; i < 4; ++i) piece[i] = static_cast<std::byte>(value >> (24 - 8 * i));
  return piece;
}

}  // namespace

std::vector<Piece> deflatedPngRows(const Bitmap& pixels, int compression) {
  std::vector<Piece> pieces{{std::byte{0x78}, std::byte{0x5E}}};  // zlib's header: a window of 32 KiB (RFC 1950)
  uLong checksum = adler32(0, nullptr, 0);
  for (Band& band : writtenBands(pixels, compression)) {
    checksum = adler32_combine(checksum, band.checksum, static_cast<z_off_t>(band.length));
    pieces.push_back(std::move(band.deflated));
  }
  pieces.push_back(bigEndian(checksum));
  return pieces;
}

}  // namespace retailor::image
