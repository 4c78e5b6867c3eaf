#pragma once

#include "core/completion/completion_request.h"
#include "core/methods/diffusion/device_plan.h"
#include "core/methods/diffusion/request_noise.h"
#include "core/methods/diffusion/window_picture.h"
#include "core/methods/models/method_model.h"
#include "core/neural/sampling/guidance.h"
#include "core/neural/sampling/scheduler_config.h"

namespace retailor::inpaint {

// Everything about a run that is decided before a network is loaded.
struct InpaintSetup {
  models::MethodModel model;
  diffusion::DevicePlan device;
  diffusion::RequestNoise noise;
  diffusion::Manner manner = diffusion::Manner::Product;
  neural::SchedulerConfig scheduler;
  neural::Guidance guidance;
  int steps = 50;     // asked for; strength takes some away
  int first = 0;      // the scheduler's step that the run begins with
  int modelSide = 0;  // pixels a side that the model was made for
  int factor = 8;     // pixels for each latent pixel

  bool keepsKnown() const { return model.manifest.keepsKnown(); }  // puts the known part back after every step
};

// Failures: no model or an unusable one, a device that is not there, noise or numbers that do not fit.
Result<InpaintSetup> inpaintSetup(const completion::CompletionRequest& request);

// The window of a run as the networks see it, its area halved `halvings` times where memory was short.
Result<diffusion::WindowPicture> runWindow(const completion::CompletionRequest& request, const InpaintSetup& setup, int halvings);

}  // namespace retailor::inpaint
