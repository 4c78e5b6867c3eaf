#include "core/metrics/networks/perceptual_distance.h"

#include <ATen/ATen.h>

#include "core/image/resize.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::metrics {
namespace {

using image::Bitmap;
using neural::Lpips;

constexpr std::int64_t kMostPixels = 2'000'000;
constexpr int kSmallerSide = 1024;

Result<Lpips::Distance> distanceOf(const Lpips& network, const Bitmap& result, const Bitmap& truth) {
  if (std::min(result.width(), result.height()) < network.shortestSide())
    return badInput("The pictures are too small for LPIPS: both sides must be at least " + std::to_string(network.shortestSide()) +
                    " pixels.");
  return neural::guarded("Measuring LPIPS", [&] { return network.between(planesOf(result), planesOf(truth)); });
}

// What is measured, made smaller where it must be.
struct Pictures {
  Bitmap result, truth;
  mask::Mask mask;
  std::string suffix;  // of the protocol
};

Pictures measurable(const JudgedPicture& picture) {
  const image::Size size = picture.result.size();
  if (std::int64_t{size.width} * size.height <= kMostPixels) return {picture.result, picture.truth, picture.mask, ""};
  const image::Size smaller = image::fittedInto(size, {kSmallerSide, kSmallerSide});
  return {image::resized(picture.result, smaller), image::resized(picture.truth, smaller),
          mask::Mask(image::resizedCoverage(picture.mask.toBitmap(), smaller)), " at 1024 px"};
}

bool isInside(std::uint8_t coverage) { return coverage >= 128; }

bool hasInside(const mask::Mask& mask) {
  for (int y = 0; y < mask.height(); ++y)
    if (std::any_of(mask.row(y), mask.row(y) + mask.width(), isInside)) return true;
  return false;
}

}  // namespace

at::Tensor planesOf(const Bitmap& picture) {
  const at::Tensor bytes = at::from_blob(const_cast<std::byte*>(picture.bytes()), {1, picture.height(), picture.width(), 3}, at::kByte);
  return bytes.permute({0, 3, 1, 2}).to(at::kFloat).contiguous();
}

double meanInside(const at::Tensor& map, const mask::Mask& mask) {
  const at::Tensor coverage = at::from_blob(const_cast<std::uint8_t*>(mask.row(0)), {mask.height(), mask.width()}, at::kByte);
  return map.masked_select(coverage.ge(128)).mean(at::kDouble).item<double>();
}

void PerceptualDistance::judge(const JudgedPicture& picture, Verdict& verdict) const {
  const Pictures all = measurable(picture);
  const auto label = [&all](Protocol protocol) { return std::string(labelOf(protocol)) + all.suffix; };
  const Result<Lpips::Distance> whole = distanceOf(*m_network, all.result, all.truth);
  if (!whole) return verdict.lack(m_metric, label(Protocol::Full), whole.failure());
  verdict.add(m_metric, label(Protocol::Full), whole->whole);
  if (!hasInside(all.mask)) return;  // a speck that was lost when the pictures were made smaller
  verdict.add(m_metric, label(Protocol::Inside), meanInside(whole->map, all.mask));
  const Result<Bitmap> pasted = pastedIntoTruth(all.result, all.truth, all.mask);
  const Result<Lpips::Distance> known = pasted ? distanceOf(*m_network, *pasted, all.truth) : pasted.failure();
  verdict.add(m_metric, label(Protocol::Paste), known ? Result<double>(known->whole) : known.failure());
}

}  // namespace retailor::metrics
