#pragma once

#include "core/neural/models/clip_vision.h"
#include "core/neural/tensor/clip_preprocess.h"
#include "core/neural/weights/folder/model_folder.h"

namespace retailor::diffusion {

// How pictures are prepared for an image encoder: as the model's feature_extractor or image_processor says, else the encoder's own, else in
// CLIP's way to the encoder's size. MissingWeights names a file that is there but makes no sense.
Result<neural::ClipPreprocess> encoderPreprocess(const weights::ModelFolder& model, const weights::ModelFolder& encoder,
                                                 const neural::ClipVisionSettings& settings);

}  // namespace retailor::diffusion
