#pragma once

#include "core/methods/diffusion/network_set.h"
#include "core/methods/diffusion/window_picture.h"
#include "core/neural/sampling/noise_source.h"

namespace retailor::inpaint {

// What the autoencoder says of the window, on the processor in F32.
struct KnownLatents {
  neural::LatentMoments whole;   // of the picture as it is; undefined where nothing needs it
  neural::LatentMoments masked;  // of the picture with the hole filled as the model has it
  neural::LatentMoments below;   // of the reference that lies below the picture on the canvas; undefined where there is none
  neural::AutoencoderSettings scaling;
  at::Tensor depth;  // [1, 4, h, w], channels that tell of depth; undefined where the model sees none
  at::Tensor hole;   // [1, 1, h, w]: 1 where the model draws

  bool hasWhole() const { return whole.mean.defined(); }
  bool hasBelow() const { return below.mean.defined(); }
  // A sample of the moments scaled for the U-Net; their mean where the source cannot draw `name`.
  Result<at::Tensor> drawn(const neural::LatentMoments& moments, neural::NoiseSource& noise, const std::string& name) const;
};

// What is encoded beside the window without its hole.
struct AlsoKnown {
  bool whole = false;  // the window as it is
  double hole = 0;     // the shade that lies in the hole, -1..1
  at::Tensor below;    // a reference [1, 3, H, W] -1..1 of the window's working size; undefined: none
};

// Encodes the window. Half precision that overflows is done again in F32, which `say` tells.
Result<KnownLatents> knownLatents(const diffusion::WindowPicture& window, const AlsoKnown& also, diffusion::NetworkSet& networks,
                                  diffusion::MemoryLadder& ladder, const std::function<void(const std::string&)>& say);

// A clean latent [1, 4, h, w] as a picture [1, 3, H, W] F32 0..1 on the processor, clamped; likewise. `isLast`: of a run's pictures.
Result<at::Tensor> decodedPicture(const at::Tensor& latent, bool isLast, diffusion::NetworkSet& networks, diffusion::MemoryLadder& ladder,
                                  const std::function<void(const std::string&)>& say);

}  // namespace retailor::inpaint
