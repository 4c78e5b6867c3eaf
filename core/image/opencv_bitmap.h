#pragma once

// The one adaptor between Bitmap and cv::Mat. For .cpp files only: OpenCV stays out of the headers that rooms share.

#include <cstring>

#include <opencv2/core.hpp>

#include "core/image/bitmap.h"

namespace retailor::image {

inline int cvDepth(SampleType type) {
  switch (type) {
    case SampleType::U8: return CV_8U;
    case SampleType::U16: return CV_16U;
    case SampleType::F32: return CV_32F;
  }
  return CV_8U;
}

// Shares the bitmap's memory and keeps the order RGB, which OpenCV does not expect: functions that take BGR need a swap first. The
// matrix is valid as long as the bitmap is, and must not be written to.
inline cv::Mat toCv(const Bitmap& bitmap) {
  const int type = CV_MAKETYPE(cvDepth(bitmap.sampleType()), bitmap.channels());
  return {bitmap.height(), bitmap.width(), type, const_cast<std::byte*>(bitmap.bytes()), bitmap.rowBytes()};
}

// The same, to write into.
inline cv::Mat toCv(Bitmap& bitmap) { return toCv(static_cast<const Bitmap&>(bitmap)); }

// Copies the samples; the depth must be 8U, 16U or 32F.
inline Bitmap fromCv(const cv::Mat& matrix) {
  CV_Assert(matrix.depth() == CV_8U || matrix.depth() == CV_16U || matrix.depth() == CV_32F);
  const SampleType type = matrix.depth() == CV_8U ? SampleType::U8 : matrix.depth() == CV_16U ? SampleType::U16 : SampleType::F32;
  Bitmap bitmap({matrix.cols, matrix.rows}, matrix.channels(), type);
  for (int y = 0; y < matrix.rows; ++y) {
    std::memcpy(bitmap.bytes() + static_cast<std::size_t>(y) * bitmap.rowBytes(), matrix.ptr(y), bitmap.rowBytes());
  }
  return bitmap;
}

}  // namespace retailor::image
