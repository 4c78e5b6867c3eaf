#include "core/methods/diffusion/encoder_preprocess.h"

namespace retailor::diffusion {

Result<neural::ClipPreprocess> encoderPreprocess(const weights::ModelFolder& model, const weights::ModelFolder& encoder,
                                                 const neural::ClipVisionSettings& settings) {
  for (const weights::ModelFolder* folder : {&model, &encoder})
    for (const char* part : {"feature_extractor", "image_processor"}) {
      const auto place = folder->folderOf(part);
      if (!place) continue;
      const auto json = folder->configOf(part);
      return json ? neural::ClipPreprocess::read(*json, (*place / "preprocessor_config.json").string())
                  : Result<neural::ClipPreprocess>(json.failure());
    }
  neural::ClipPreprocess preprocess;
  preprocess.shortSide = preprocess.height = preprocess.width = preprocess.cropHeight = preprocess.cropWidth =
      static_cast<int>(settings.imageSide);
  return preprocess;
}

}  // namespace retailor::diffusion
