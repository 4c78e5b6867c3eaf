#include "core/evaluation/contact_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/image/resize.h"
#include "core/metrics/masked_protocols.h"

namespace retailor::evaluation {
namespace {

using image::Bitmap;

constexpr int kCell = 192;
constexpr int kGap = 13;
constexpr int kCaption = 18;
constexpr int kHeading = 20;
constexpr int kRow = kCell + kCaption + kGap;
constexpr std::array<const char*, 5> kHeadings{"source", "mask", "references", "result", "difference x 4"};
constexpr int kWidth = kGap + static_cast<int>(kHeadings.size()) * (kCell + kGap) + 2;
constexpr std::uint8_t kPaper = 245;

Bitmap paper(image::Size size) {
  Bitmap sheet(size, 3, image::SampleType::U8);
  std::fill_n(sheet.bytes(), sheet.byteCount(), std::byte{kPaper});
  return sheet;
}

Bitmap small(const Bitmap& picture, int side) {
  return metrics::overWhite(image::resized(picture, image::fittedInto(picture.size(), {side, side})));
}

void place(Bitmap& sheet, const Bitmap& picture, int x, int y, int side) {
  const cv::Rect where(x + (side - picture.width()) / 2, y + (side - picture.height()) / 2, picture.width(), picture.height());
  cv::Mat into = image::toCv(sheet);
  image::toCv(picture).copyTo(into(where));
}

// The source, its hole covered with a flat colour.
Bitmap holed(const Bitmap& source, const mask::Mask& mask) {
  const Bitmap picture = small(source, kCell);
  const Bitmap coverage = image::resizedCoverage(mask.toBitmap(), picture.size());
  Bitmap marked = picture;
  constexpr std::array<int, 3> magenta{255, 0, 255};
  const auto to = marked.span<std::uint8_t>();
  const auto alpha = coverage.view<std::uint8_t>();
  for (int y = 0; y < to.height; ++y)
    for (int x = 0; x < to.width; ++x)
      for (std::size_t c = 0; c < 3; ++c) {
        std::uint8_t& sample = to.pixel(x, y)[c];
        sample = static_cast<std::uint8_t>((sample * (255 - *alpha.pixel(x, y)) + magenta[c] * *alpha.pixel(x, y) + 127) / 255);
      }
  return marked;
}

// All references in one cell, in a square grid.
Bitmap together(const std::vector<const Bitmap*>& references) {
  Bitmap cell = paper({kCell, kCell});
  const int across = std::max(1, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(references.size())))));
  const int side = kCell / across;
  if (side < 1) return cell;
  for (int i = 0; i < static_cast<int>(references.size()); ++i)
    place(cell, small(*references[static_cast<std::size_t>(i)], side), i % across * side, i / across * side, side);
  return cell;
}

Bitmap difference(const Bitmap& one, const Bitmap& other) {
  Bitmap apart(one.size(), 3, image::SampleType::U8);
  cv::Mat into = image::toCv(apart);
  cv::absdiff(image::toCv(metrics::overWhite(one)), image::toCv(metrics::overWhite(other)), into);
  into *= 4;
  return apart;
}

void write(Bitmap& sheet, const std::string& text, int x, int y) {
  std::string ascii = text;
  std::ranges::replace_if(
      ascii, [](unsigned char c) { return c < 0x20 || c > 0x7e; }, '?');
  cv::Mat into = image::toCv(sheet);
  cv::putText(into, ascii, {x, y}, cv::FONT_HERSHEY_SIMPLEX, 0.42, {40, 40, 40}, 1, cv::LINE_AA);
}

}  // namespace

void ContactSheet::add(const SheetRow& row) {
  m_rows.push_back({row.caption,
                    {small(row.source, kCell), holed(row.source, row.mask), together(row.references), small(row.result, kCell),
                     small(difference(row.source, row.result), kCell)}});
}

Bitmap ContactSheet::drawn() const {
  Bitmap sheet = paper({kWidth, kHeading + std::max(1, static_cast<int>(m_rows.size())) * kRow});
  for (std::size_t i = 0; i < kHeadings.size(); ++i) write(sheet, kHeadings[i], kGap + static_cast<int>(i) * (kCell + kGap), kHeading - 6);
  for (int r = 0; r < static_cast<int>(m_rows.size()); ++r) {
    const Row& row = m_rows[static_cast<std::size_t>(r)];
    const int top = kHeading + r * kRow;
    write(sheet, row.caption, kGap, top + kCaption - 5);
    for (int c = 0; c < static_cast<int>(row.cells.size()); ++c)
      place(sheet, row.cells[static_cast<std::size_t>(c)], kGap + c * (kCell + kGap), top + kCaption, kCell);
  }
  return sheet;
}

}  // namespace retailor::evaluation
