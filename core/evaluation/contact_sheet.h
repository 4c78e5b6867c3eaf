#pragma once

#include <string>
#include <vector>

#include "core/image/bitmap.h"
#include "core/mask/mask.h"

namespace retailor::evaluation {

// A reference, borrowed: U8, 3 or 4 channels.
struct SheetReference {
  const image::Bitmap* picture;
  const mask::Mask* counts = nullptr;  // which of its pixels do; the others are shown pale. Null, or of another size: all of them
};

// One group's pictures, borrowed: U8, 3 or 4 channels.
struct SheetRow {
  std::string caption;  // letters that are not ASCII show as "?"
  const image::Bitmap& source;
  const mask::Mask& mask;
  std::vector<SheetReference> references;
  const image::Bitmap& result;
};

// A page of small pictures, a row a group: source, mask, references, result, and how far it is from the truth, four times as strong. Keeps
// only the small pictures. A full page is 1,040 × 3,598 pixels: 3.8 megapixels, at most 11 MB as PNG.
class ContactSheet {
 public:
  static constexpr std::size_t mostRows = 16;

  void add(const SheetRow& row);  // at most mostRows; source, mask and result of one size
  std::size_t rows() const { return m_rows.size(); }
  image::Bitmap drawn() const;  // U8, 3 channels; one row's height at least

 private:
  struct Row {
    std::string caption;
    std::vector<image::Bitmap> cells;
  };
  std::vector<Row> m_rows;
};

}  // namespace retailor::evaluation
