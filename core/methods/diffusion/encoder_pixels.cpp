#include "core/methods/diffusion/encoder_pixels.h"

#include <ATen/ATen.h>

#include "core/methods/diffusion/encoder_preprocess.h"
#include "core/methods/diffusion/reference_resize.h"
#include "core/methods/diffusion/shown_reference.h"
#include "core/neural/models/model_settings.h"

namespace retailor::diffusion {

Result<EncoderPixels> encoderPixels(const image::Bitmap& shown, const weights::ModelFolder& model, const weights::ModelFolder& encoder) {
  const Result<std::string> config = encoder.configOf("image_encoder");
  if (!config) return config.failure();
  const auto settings = neural::ClipVisionSettings::read(neural::ModelSettings(*config, encoder.path().string()));
  const auto preprocess = encoderPreprocess(model, encoder, settings);
  if (!preprocess) return preprocess.failure();
  return EncoderPixels{preprocess->pixelsOf(pixelsOf(shown)), *preprocess};
}

Result<EncoderPixels> encoderPixels(const completion::TaggedReference& reference, Manner manner, const weights::ModelFolder& model,
                                    const weights::ModelFolder& encoder) {
  return encoderPixels(shownReference(reference, manner), model, encoder);
}

image::Bitmap shownPixels(const EncoderPixels& seen) {
  const neural::ClipPreprocess& preprocess = seen.preprocess;
  at::Tensor samples = seen.pixels;
  if (preprocess.normalises) {
    const auto perChannel = [](const std::array<float, 3>& values) {
      return at::tensor({values[0], values[1], values[2]}, at::kFloat).view({1, 3, 1, 1});
    };
    samples = samples * perChannel(preprocess.deviation) + perChannel(preprocess.mean);
  }
  return pictureOf(samples * (2 / (preprocess.factor * 255)) - 1);
}

}  // namespace retailor::diffusion
