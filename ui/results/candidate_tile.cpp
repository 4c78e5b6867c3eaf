#include "ui/results/candidate_tile.h"

#include "core/image/resize.h"
#include "ui/canvas/bitmap_to_qimage.h"

namespace retailor::ui {

QImage candidateTile(const completion::Candidate& candidate, const image::ColourProfile& profile, QSize box) {
  if (!candidate.pixels || candidate.pixels->empty()) return {};
  const image::Size size = image::fittedInto(candidate.pixels->size(), {box.width(), box.height()});
  return forScreen(image::resized(*candidate.pixels, size), profile);
}

}  // namespace retailor::ui
