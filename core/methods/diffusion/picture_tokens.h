#pragma once

#include "core/completion/tagged_reference.h"
#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/noise_prediction.h"
#include "core/methods/diffusion/window_picture.h"
#include "core/methods/models/companion_models.h"

namespace retailor::diffusion {

// How references are shown.
struct PictureWishes {
  double scale = 1.0;  // times each reference's own weight
  bool guided = true;
  Manner manner = Manner::Product;
};

// The references as an IP-Adapter's tokens. References of one weight are one set, as the adapter was trained to see several pictures of one
// thing; others are looked at each by itself. Product manner: what a reference's mask leaves out is grey, the rest is cut out and padded to
// a square, so that the encoder's crop loses nothing. References of weight 0 are left out; the encoder is loaded only where one is not
// known from an earlier run.
Result<PictureTokens> pictureTokens(const models::ImagePromptModel& model, const std::vector<completion::TaggedReference>& references,
                                    const PictureWishes& wishes, NetworkSet& networks, MemoryLadder& ladder, ReferencesOfRun& known);

}  // namespace retailor::diffusion
