#pragma once

#include "core/methods/diffusion/network_set.h"
#include "core/methods/diffusion/window_picture.h"
#include "core/neural/sampling/noise_source.h"

namespace retailor::inpaint {

// What the autoencoder says of the window, on the processor in F32.
struct KnownLatents {
  neural::LatentMoments whole;   // of the picture as it is; undefined where nothing needs it
  neural::LatentMoments masked;  // of the picture with the hole in grey
  neural::AutoencoderSettings scaling;
  at::Tensor hole;  // [1, 1, h, w]: 1 where the model draws

  bool hasWhole() const { return whole.mean.defined(); }
  // A sample of the moments scaled for the U-Net; their mean where the source cannot draw `name`.
  Result<at::Tensor> drawn(const neural::LatentMoments& moments, neural::NoiseSource& noise, const std::string& name) const;
};

// Encodes the window. Half precision that overflows is done again in F32, which `say` tells.
Result<KnownLatents> knownLatents(const diffusion::WindowPicture& window, bool withWhole, diffusion::NetworkSet& networks,
                                  diffusion::MemoryLadder& ladder, const std::function<void(const std::string&)>& say);

// A clean latent [1, 4, h, w] as a picture [1, 3, H, W] F32 0..1 on the processor, clamped; likewise. `isLast`: of a run's pictures.
Result<at::Tensor> decodedPicture(const at::Tensor& latent, bool isLast, diffusion::NetworkSet& networks, diffusion::MemoryLadder& ladder,
                                  const std::function<void(const std::string&)>& say);

}  // namespace retailor::inpaint
