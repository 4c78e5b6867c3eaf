#pragma once

#include <functional>
#include <string>

#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/memory_ladder.h"
#include "core/methods/diffusion/network_set.h"
#include "core/methods/inpaint/inpaint_setup.h"

namespace retailor::inpaint {

// What a run has when it comes to what steers it.
struct RunSoFar {
  const completion::CompletionRequest& request;
  const InpaintSetup& setup;
  const diffusion::WindowPicture& window;
  diffusion::NetworkSet& networks;
  diffusion::MemoryLadder& ladder;
  const std::function<void(const std::string&)>& say;
  diffusion::ReferencesOfRun& references;
};

}  // namespace retailor::inpaint
