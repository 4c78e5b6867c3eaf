#include "core/evaluation/contact_sheet.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"
#include "core/image/resize.h"
#include "core/metrics/masked_protocols.h"

namespace retailor::evaluation {
namespace {

using image::Bitmap;

constexpr int kCell = 192;
constexpr image::Size kCellSize{kCell, kCell};
constexpr int kGap = 13;
constexpr int kCaption = 18;
constexpr int kHeading = 30;
constexpr int kRow = kCell + kCaption + kGap;
constexpr std::array<const char*, 5> kHeadings{"source", "mask", "references", "result", "difference x 4"};
constexpr int kWidth = kGap + static_cast<int>(kHeadings.size()) * (kCell + kGap) + 2;
constexpr std::uint8_t kPaper = 245;

Bitmap paper(image::Size size) {
  Bitmap sheet(size, 3, image::SampleType::U8);
  std::fill_n(sheet.bytes(), sheet.byteCount(), std::byte{kPaper});
  return sheet;
}

Bitmap small(const Bitmap& picture, image::Size box) {
  return metrics::overWhite(image::resized(picture, image::fittedInto(picture.size(), box)));
}

// In the middle of `box`, which is no smaller.
void place(Bitmap& sheet, const Bitmap& picture, const image::Rect& box) {
  const cv::Rect where(box.x + (box.width - picture.width()) / 2, box.y + (box.height - picture.height()) / 2, picture.width(),
                       picture.height());
  cv::Mat into = image::toCv(sheet);
  image::toCv(picture).copyTo(into(where));
}

// Paints a colour over a picture, as thick as the coverage.
void paint(Bitmap& picture, const Bitmap& coverage, const std::array<int, 3>& colour) {
  const auto to = picture.span<std::uint8_t>();
  const auto alpha = coverage.view<std::uint8_t>();
  for (int y = 0; y < to.height; ++y)
    for (int x = 0; x < to.width; ++x)
      for (std::size_t c = 0; c < 3; ++c) {
        std::uint8_t& sample = to.pixel(x, y)[c];
        sample = static_cast<std::uint8_t>((sample * (255 - *alpha.pixel(x, y)) + colour[c] * *alpha.pixel(x, y) + 127) / 255);
      }
}

// The source, its hole covered with a flat colour.
Bitmap holed(const Bitmap& source, const mask::Mask& mask) {
  Bitmap marked = small(source, kCellSize);
  paint(marked, image::resizedCoverage(mask.toBitmap(), marked.size()), {255, 0, 255});
  return marked;
}

// The reference, pale where it does not count.
Bitmap counting(const SheetReference& reference, image::Size box) {
  Bitmap shown = small(*reference.picture, box);
  if (reference.counts == nullptr || reference.counts->size() != reference.picture->size()) return shown;
  Bitmap veil = image::resizedCoverage(reference.counts->toBitmap(), shown.size());
  cv::Mat coverage = image::toCv(veil);
  cv::subtract(cv::Scalar::all(255), coverage, coverage);
  coverage *= 0.8;
  paint(shown, veil, {kPaper, kPaper, kPaper});
  return shown;
}

// The boxes of the grid in which the references show largest.
image::Size roomiestBox(const std::vector<SheetReference>& references) {
  const int count = static_cast<int>(references.size());
  image::Size best{1, 1};
  std::int64_t most = -1;
  for (int across = 1; across <= std::min(count, kCell); ++across) {
    const image::Size box{kCell / across, std::max(1, kCell / ((count + across - 1) / across))};
    std::int64_t shown = 0;
    for (const SheetReference& reference : references) {
      const image::Size fitted = image::fittedInto(reference.picture->size(), box);
      shown += std::int64_t{fitted.width} * fitted.height;
    }
    if (shown > most) most = shown, best = box;
  }
  return best;
}

// All references in one cell.
Bitmap together(const std::vector<SheetReference>& references) {
  Bitmap cell = paper(kCellSize);
  const image::Size box = roomiestBox(references);
  const int across = kCell / box.width;
  const int inset = std::min(box.width, box.height) > 8 && references.size() > 1 ? 2 : 0;
  const int most = across * (kCell / box.height);  // more than fit in boxes of a pixel are left out
  for (int i = 0; i < std::min(static_cast<int>(references.size()), most); ++i)
    place(cell, counting(references[static_cast<std::size_t>(i)], {box.width - inset, box.height - inset}),
          {i % across * box.width, i / across * box.height, box.width, box.height});
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
                    {small(row.source, kCellSize), holed(row.source, row.mask), together(row.references), small(row.result, kCellSize),
                     small(difference(row.source, row.result), kCellSize)}});
}

Bitmap ContactSheet::drawn() const {
  Bitmap sheet = paper({kWidth, kHeading + std::max(1, static_cast<int>(m_rows.size())) * kRow});
  for (std::size_t i = 0; i < kHeadings.size(); ++i) write(sheet, kHeadings[i], kGap + static_cast<int>(i) * (kCell + kGap), kHeading - 16);
  for (int r = 0; r < static_cast<int>(m_rows.size()); ++r) {
    const Row& row = m_rows[static_cast<std::size_t>(r)];
    const int top = kHeading + r * kRow;
    write(sheet, row.caption, kGap, top + kCaption - 5);
    for (int c = 0; c < static_cast<int>(row.cells.size()); ++c)
      place(sheet, row.cells[static_cast<std::size_t>(c)], {kGap + c * (kCell + kGap), top + kCaption, kCell, kCell});
  }
  return sheet;
}

}  // namespace retailor::evaluation
