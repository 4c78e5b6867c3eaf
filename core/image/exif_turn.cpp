#include "core/image/exif_turn.h"

#include "core/image/opencv_bitmap.h"

namespace retailor::image {
namespace {

constexpr int kFlipRows = 0, kFlipColumns = 1, kFlipBoth = -1;  // cv::flip's codes

Bitmap flipped(const Bitmap& stored, int code) {
  Bitmap result(stored.size(), stored.channels(), stored.sampleType());
  cv::Mat target = toCv(result);
  cv::flip(toCv(stored), target, code);
  return result;
}

Bitmap transposed(const Bitmap& stored) {
  Bitmap result({stored.height(), stored.width()}, stored.channels(), stored.sampleType());
  cv::Mat target = toCv(result);
  cv::transpose(toCv(stored), target);
  return result;
}

}  // namespace

Bitmap turnedUpright(Bitmap stored, int orientation) {
  switch (orientation) {
    case 2: return flipped(stored, kFlipColumns);
    case 3: return flipped(stored, kFlipBoth);
    case 4: return flipped(stored, kFlipRows);
    case 5: return transposed(stored);
    case 6: return flipped(transposed(stored), kFlipColumns);
    case 7: return flipped(transposed(stored), kFlipBoth);
    case 8: return flipped(transposed(stored), kFlipRows);
    default: return stored;
  }
}

}  // namespace retailor::image
