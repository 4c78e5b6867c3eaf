#pragma once

#include "core/methods/diffusion/window_picture.h"
#include "core/neural/models/tiny_autoencoder.h"

namespace retailor::diffusion {

// Makes the pictures that a run shows while it draws: the predicted clean latent as a picture, laid under the hole into the known part of
// the window. The linear map always; the small distilled decoder instead where there is one and it takes little of a step's time.
class RunPreview {
 public:
  // `window` must outlive it. `decoder` may be null.
  RunPreview(const WindowPicture& window, std::shared_ptr<const neural::TinyAutoencoder> decoder)
      : m_window(window), m_decoder(std::move(decoder)) {}

  // clean [1, 4, h, w], scaled; `stepSeconds`: how long the step took. The working size's shape, at most 512 pixels a side.
  image::Bitmap pictureOf(const at::Tensor& clean, double stepSeconds);

 private:
  bool mayDecode(double stepSeconds) const;

  const WindowPicture& m_window;
  std::shared_ptr<const neural::TinyAutoencoder> m_decoder;
  double m_decodingSeconds = 0;  // of the last decoded preview
};

}  // namespace retailor::diffusion
