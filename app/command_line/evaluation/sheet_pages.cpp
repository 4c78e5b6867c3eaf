#include "app/command_line/evaluation/sheet_pages.h"

#include "app/command_line/output_place.h"
#include "core/evaluation/score_summary.h"
#include "core/image/write_photo.h"

namespace retailor::command_line {
namespace {

std::string captionOf(const evaluation::GroupScore& score) {
  std::string caption = score.id;
  for (const auto& [metric, protocol] : {std::pair("psnr", "inside"), std::pair("ssim", "inside")})
    for (const metrics::Measurement& one : score.measurements)
      if (one.metric == metric && one.protocol == protocol)
        caption += "   " + evaluation::titleOf(one.metric) + " inside " +
                   (one.value > 1e9 ? "identical" : evaluation::shownValue(one.metric, one.value));
  return caption;
}

}  // namespace

std::filesystem::path SheetPages::pageFile(std::size_t page) const {
  return numbered(m_folder / "contact-sheet.png", static_cast<int>(page));
}

Result<void> SheetPages::writePage() {
  const Result<image::Bytes> png = image::encodePng(m_page.drawn());
  if (!png) return png.failure();
  const std::filesystem::path file = pageFile(m_written.size());
  if (Result<void> good = image::writeWhole(file, *png); !good) return good;
  m_written.push_back(file);
  m_page = {};
  return {};
}

Result<void> SheetPages::add(const evaluation::GroupScore& score, const ScoredPictures& pictures) {
  std::vector<evaluation::SheetReference> references;
  for (const auto& [picture, mask] : pictures.references) references.push_back({&picture, mask ? &*mask : nullptr});
  m_page.add({captionOf(score), pictures.source, pictures.mask, references, pictures.result});
  return m_page.rows() == evaluation::ContactSheet::mostRows ? writePage() : Result<void>();
}

Result<std::vector<std::filesystem::path>> SheetPages::finish() {
  if (m_page.rows() > 0)
    if (const Result<void> good = writePage(); !good) return good.failure();
  std::error_code ignored;
  for (std::size_t page = m_written.size(); std::filesystem::remove(pageFile(page), ignored);) ++page;
  return m_written;
}

}  // namespace retailor::command_line
