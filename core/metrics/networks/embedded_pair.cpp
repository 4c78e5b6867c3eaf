#include "core/metrics/networks/embedded_pair.h"

#include <ATen/ATen.h>

#include "core/metrics/cosine.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::metrics {
namespace {

neural::ClipPreprocess wholeInto(neural::ClipPreprocess preprocess) {
  preprocess.shortSide = 0;
  preprocess.height = preprocess.cropHeight, preprocess.width = preprocess.cropWidth;
  preprocess.crops = false;
  return preprocess;
}

}  // namespace

Result<at::Tensor> embeddingOf(const image::Bitmap& picture, const neural::ClipPreprocess& preprocess, const Embed& embed) {
  const resample::Pixels pixels{reinterpret_cast<const std::uint8_t*>(picture.bytes()), picture.width(), picture.height(), 3};
  return neural::guarded("Looking at a picture", [&] { return embed(preprocess.pixelsOf(pixels)).to(at::kFloat).contiguous(); });
}

Result<double> cosineOf(const Result<at::Tensor>& one, const Result<at::Tensor>& other) {
  if (!one) return one.failure();
  if (!other) return other.failure();
  const auto numbers = [](const at::Tensor& x) { return std::span(x.const_data_ptr<float>(), static_cast<std::size_t>(x.numel())); };
  return cosine(numbers(*one), numbers(*other));
}

void addPair(const std::string& metric, const JudgedPicture& picture, const neural::ClipPreprocess& preprocess, const Embed& embed,
             Verdict& verdict) {
  const auto add = [&](Protocol protocol, const image::Bitmap& result, const image::Bitmap& truth, const neural::ClipPreprocess& how) {
    verdict.add(metric, labelOf(protocol), cosineOf(embeddingOf(result, how, embed), embeddingOf(truth, how, embed)));
  };
  const image::Rect crop = cropAround(picture.mask);
  add(Protocol::Full, picture.result, picture.truth, preprocess);
  add(Protocol::Crop, picture.result.cropped(crop), picture.truth.cropped(crop), wholeInto(preprocess));
}

}  // namespace retailor::metrics
