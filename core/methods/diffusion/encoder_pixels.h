#pragma once

#include "core/completion/tagged_reference.h"
#include "core/methods/diffusion/window_picture.h"
#include "core/neural/tensor/clip_preprocess.h"
#include "core/neural/weights/folder/model_folder.h"

namespace retailor::diffusion {

// A reference as an image encoder gets it.
struct EncoderPixels {
  at::Tensor pixels;                  // [1, 3, h, w] F32, normalised
  neural::ClipPreprocess preprocess;  // how they were made
};

// `shown`: what the encoder is to see; `encoder`: where the part "image_encoder" lies; `model` may say how it wants its pictures. Reads
// settings, no weights. Throws RefusedModel where the encoder's settings make no sense.
Result<EncoderPixels> encoderPixels(const image::Bitmap& shown, const weights::ModelFolder& model, const weights::ModelFolder& encoder);
// The same of a reference cut out by its mask.
Result<EncoderPixels> encoderPixels(const completion::TaggedReference& reference, Manner manner, const weights::ModelFolder& model,
                                    const weights::ModelFolder& encoder);

// What such pixels show: U8, 3 channels.
image::Bitmap shownPixels(const EncoderPixels& seen);

}  // namespace retailor::diffusion
