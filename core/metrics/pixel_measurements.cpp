#include "core/metrics/pixel_measurements.h"

#include "core/metrics/colour_difference.h"
#include "core/metrics/gradient_similarity.h"
#include "core/metrics/masked_protocols.h"
#include "core/metrics/pixel_error.h"
#include "core/metrics/seam_ratio.h"
#include "core/metrics/structural_similarity.h"

namespace retailor::metrics {
namespace {

class Measuring {
 public:
  explicit Measuring(std::vector<NotMeasured>& lacking) : m_lacking(lacking) {}

  void add(const char* metric, Protocol protocol, const Result<double>& value) {
    const std::string label(labelOf(protocol));
    if (value) return m_done.push_back({metric, label, *value});
    m_lacking.push_back({metric, label, value.failure().sentence});
  }

  void addErrors(Protocol protocol, const Result<PixelError>& error) {
    add("psnr", protocol, error ? Result<double>(error->psnr) : error.failure());
    add("mae", protocol, error ? Result<double>(error->mae) : error.failure());
  }

  void addColours(Protocol protocol, const Result<ColourDifference>& colours) {
    add("de2000", protocol, colours ? Result<double>(colours->mean2000) : colours.failure());
  }

  void addWhole(Protocol protocol, const image::Bitmap& result, const image::Bitmap& truth) {
    addErrors(protocol, pixelError(result, truth));
    add("ssim", protocol, ssim(result, truth));
    add("ssim-luma", protocol, ssim(result, truth, SsimOf::Luma));
  }

  std::vector<Measurement> done() && { return std::move(m_done); }

 private:
  std::vector<Measurement> m_done;
  std::vector<NotMeasured>& m_lacking;
};

void addPasted(Measuring& measuring, const image::Bitmap& pasted, const image::Bitmap& truth) {
  measuring.addWhole(Protocol::Paste, pasted, truth);
  measuring.add("ms-ssim", Protocol::Paste, multiScaleSsim(pasted, truth));
  measuring.add("gmsd", Protocol::Paste, gradientDeviation(pasted, truth));
  measuring.add("gradient-mae", Protocol::Paste, gradientError(pasted, truth));
}

void addInside(Measuring& measuring, const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask) {
  measuring.addErrors(Protocol::Inside, pixelErrorInside(result, truth, mask));
  measuring.add("ssim", Protocol::Inside, ssimInside(result, truth, mask));
  measuring.add("ssim-luma", Protocol::Inside, ssimInside(result, truth, mask, SsimOf::Luma));
  measuring.addColours(Protocol::Inside, colourDifferenceInside(result, truth, mask));
}

}  // namespace

Result<std::vector<Measurement>> pixelMeasurements(const image::Bitmap& result, const image::Bitmap& truth, const mask::Mask& mask,
                                                   std::vector<NotMeasured>& lacking) {
  const Result<image::Bitmap> pasted = pastedIntoTruth(result, truth, mask);
  if (!pasted) return pasted.failure();
  const image::Rect crop = cropAround(mask);
  const image::Bitmap croppedResult = result.cropped(crop), croppedTruth = truth.cropped(crop);
  Measuring measuring(lacking);
  measuring.addWhole(Protocol::Full, result, truth);
  addPasted(measuring, *pasted, truth);
  addInside(measuring, result, truth, mask);
  measuring.addWhole(Protocol::Crop, croppedResult, croppedTruth);
  measuring.addColours(Protocol::Crop, colourDifference(croppedResult, croppedTruth));
  const Result<Seam> seam = seamOf(result, mask);
  measuring.add("seam", Protocol::Full, seam ? Result<double>(seam->ratio) : seam.failure());
  return std::move(measuring).done();
}

}  // namespace retailor::metrics
