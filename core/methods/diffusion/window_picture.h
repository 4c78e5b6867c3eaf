#pragma once

#include <ATen/core/Tensor.h>

#include "core/completion/completion_request.h"
#include "core/composite/crop_window.h"
#include "core/image/bitmap.h"
#include "core/mask/mask.h"
#include "core/result.h"

namespace retailor::diffusion {

// How a run treats its inputs.
enum class Manner {
  Product,    // the model's mask is grown a little, the seam feathered, colours matched
  Reference,  // just what the reference pipeline does: for comparisons with other implementations
};

// The window as the networks see it.
struct WindowPicture {
  composite::CropWindow window;
  at::Tensor picture;   // [1, 3, H, W] F32 -1..1, sRGB, working size
  at::Tensor hole;      // [1, 1, H, W] F32: 1 where the model is to draw, 0 where it may look
  image::Bitmap shown;  // the picture as U8, 3 channels: what previews lie on
  mask::Mask holeMask;  // the hole at working size, 0 or 255
};

Result<WindowPicture> windowPicture(const completion::CompletionRequest& request, const composite::CropWindow& window, Manner manner);

// The picture with the hole in one shade, -1..1: mid-grey is what models with 9 channels were trained to see.
at::Tensor withoutHole(const WindowPicture& window, double shade = 0);

// A mask [1, 1, H, W] at the latent's size: the nearest pixel, at i · factor.
at::Tensor latentMask(const at::Tensor& mask, std::int64_t factor);

// A U8 picture's colours, alpha dropped.
image::Bitmap withoutAlpha(const image::Bitmap& picture);

// [1, 3, H, W] F32 -1..1 of a U8 picture with 3 channels; channels last, as the reference reads pictures.
at::Tensor pictureTensor(const image::Bitmap& picture);
// And back, rounded.
image::Bitmap pictureOf(const at::Tensor& tensor);

}  // namespace retailor::diffusion
