#pragma once

#include <optional>

#include "core/completion/completion_request.h"
#include "core/composite/crop_window.h"
#include "core/result.h"

namespace retailor::diffusion {

// What the window of a run has to suit.
struct WindowNeeds {
  int modelSide = 512;               // pixels a side that the model was made for
  int multipleOf = 8;                // of both working sides: pixels per latent pixel
  std::optional<image::Size> given;  // the working size that noise from outside was made for
  image::Size usual{};               // the working size that the model was made for, where that is no square; empty: modelSide
  int halvings = 0;                  // of the working area, where memory was short
};

// The part of the photo that a run works on and the size it works at. Auto: round the mask, with half as much again for context; Whole and
// Given: as asked. The working size is the one asked for, the noise's, the usual one where the window is automatic, or one of the model's
// area. BadInput when sizes contradict each other.
Result<composite::CropWindow> workingWindow(const completion::CompletionRequest& request, const WindowNeeds& needs);

}  // namespace retailor::diffusion
