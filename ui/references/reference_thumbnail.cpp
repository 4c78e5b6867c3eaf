#include "ui/references/reference_thumbnail.h"

#include <QPainter>
#include <algorithm>

#include "core/image/resize.h"
#include "core/mask/alpha_mask.h"
#include "ui/canvas/bitmap_to_qimage.h"
#include "ui/canvas/checkerboard.h"

namespace retailor::ui {

namespace {

// The crop with its coverage as alpha. Where the picture has alpha of its own, both count.
image::Bitmap cutOut(const image::Bitmap& picture, const mask::Mask* mask, const image::Rect& rect) {
  image::Bitmap result(rect.size(), 4, image::SampleType::U8);
  const auto from = picture.view<std::uint8_t>();
  const auto to = result.span<std::uint8_t>();
  for (int y = 0; y < rect.height; ++y)
    for (int x = 0; x < rect.width; ++x) {
      const std::uint8_t* source = from.pixel(rect.x + x, rect.y + y);
      std::uint8_t* target = to.pixel(x, y);
      std::copy_n(source, 3, target);
      const int own = picture.hasAlpha() ? source[3] : 255;
      const int covered = mask != nullptr ? mask->at(rect.x + x, rect.y + y) : 255;
      target[3] = static_cast<std::uint8_t>(own * covered / 255);
    }
  return result;
}

// What counts: its mask's box, else that of its alpha.
image::Rect shownPart(const completion::TaggedReference& reference) {
  if (reference.mask) return reference.mask->support();
  const auto alpha = mask::alphaMask(*reference.picture);
  return alpha ? alpha->support() : reference.picture->bounds();
}

}  // namespace

QImage referenceThumbnail(const completion::TaggedReference& reference, QSize box) {
  QImage result(box, QImage::Format_RGB32);
  QPainter painter(&result);
  drawCheckerboard(painter, result.rect(), result.rect());
  const auto& picture = reference.picture;
  if (!picture || picture->empty()) return result;
  const image::Rect rect = shownPart(reference);
  if (rect.empty()) return result;
  const image::Bitmap cut = cutOut(*picture, reference.mask.get(), rect);
  const QImage small = toQImage(image::resized(cut, image::fittedInto(cut.size(), {box.width(), box.height()})));
  painter.drawImage((box.width() - small.width()) / 2, (box.height() - small.height()) / 2, small);
  return result;
}

}  // namespace retailor::ui
