#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "core/completion/tagged_reference.h"

namespace retailor::diffusion {

// A reference as networks that read regions are to see it.
struct RegionPicture {
  at::Tensor picture;  // [1, 3, H, W] F32 -1..1
  at::Tensor mask;     // [H, W] F32 0..1: which of its pixels count
};

// Cut to what its mask keeps and a tenth around, over white, fitted into the middle of a white canvas of the window's working size.
RegionPicture regionPicture(const completion::TaggedReference& reference, image::Size canvas);

// All of it over white, pulled to the canvas whatever its shape: as Parts2Whole's own pipeline brings it there.
RegionPicture stretchedPicture(const completion::TaggedReference& reference, image::Size canvas);

// The words for a region that CompleteMe and Parts2Whole were trained with; none for untagged references.
std::string regionWords(completion::BodyRegion region);

}  // namespace retailor::diffusion
