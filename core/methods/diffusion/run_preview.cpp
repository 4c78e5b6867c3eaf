#include "core/methods/diffusion/run_preview.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cstring>

#include "core/image/resize.h"
#include "core/neural/sampling/latent_preview.h"

namespace retailor::diffusion {
namespace {

constexpr int kPreviewLongest = 512;
constexpr double kShareOfStep = 0.25;  // that a decoded preview may take

image::Bitmap bitmapOf(const at::Tensor& samples) {
  image::Bitmap picture({static_cast<int>(samples.size(1)), static_cast<int>(samples.size(0))}, 3, image::SampleType::U8);
  std::memcpy(picture.bytes(), samples.data_ptr(), picture.byteCount());
  return picture;
}

image::Bitmap inWindow(const WindowPicture& window, const image::Bitmap& drawn) {
  const image::Size size = image::fittedInto(window.shown.size(), {kPreviewLongest, kPreviewLongest});
  image::Bitmap picture = image::resized(window.shown, size);
  const image::Bitmap fill = image::resized(drawn, size), hole = image::resizedCoverage(window.holeMask.toBitmap(), size);
  const auto to = picture.span<std::uint8_t>();
  const auto from = fill.view<std::uint8_t>(), part = hole.view<std::uint8_t>();
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) {
      const int share = part.pixel(x, y)[0];
      for (int c = 0; c < 3; ++c) {
        const int mixed = to.pixel(x, y)[c] * (255 - share) + from.pixel(x, y)[c] * share;
        to.pixel(x, y)[c] = static_cast<std::uint8_t>((mixed + 127) / 255);
      }
    }
  return picture;
}

}  // namespace

bool RunPreview::mayDecode(double stepSeconds) const { return m_decoder && m_decodingSeconds <= kShareOfStep * stepSeconds; }

image::Bitmap RunPreview::pictureOf(const at::Tensor& clean, double stepSeconds) {
  if (!mayDecode(stepSeconds)) {
    m_decodingSeconds *= 0.8;  // so that a slow decoding is tried again some day
    return inWindow(m_window, bitmapOf(neural::linearPreview(clean)));
  }
  const auto began = std::chrono::steady_clock::now();
  image::Bitmap picture = inWindow(m_window, bitmapOf(neural::samplesOf(m_decoder->decode(clean).div(2).add(0.5))));
  m_decodingSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return picture;
}

}  // namespace retailor::diffusion
