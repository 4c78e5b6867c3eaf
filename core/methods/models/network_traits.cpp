#include "core/methods/models/network_traits.h"

namespace retailor::models {
namespace {

using completion::MethodTraits;
using enum completion::Setting;

MethodTraits completeMe() {
  return {
      .key = "complete-me",
      .title = "CompleteMe (references by region)",
      .description =
          "Draws the hole from what tagged references show inside their masks; needs a Stable Diffusion 1.5 inpainting model, best one "
          "trained for it, or MimicBrush; with CatVTON's weights it dresses people (garments only).",
      .settings = {Preset, Prompt, NegativePrompt, Steps, Guidance, GuidanceInterval, Strength, ReferenceScale, ImageScale, Similarity,
                   Scheduler, Loras, Window, WorkingSize, SmallerWindow, Precision},
      .maxReferences = 0,
      .fitsGarments = true,
  };
}

MethodTraits paintByExample() {
  return {
      .key = "paint-by-example",
      .title = "Paint by Example (one reference)",
      .description = "Draws the thing that one reference shows, in the manner of the photo; needs the Paint by Example model.",
      .settings = {Preset, Steps, Guidance, GuidanceInterval, Strength, Similarity, Scheduler, Window, WorkingSize, SmallerWindow,
                   Precision},
      .maxReferences = 1,
  };
}

MethodTraits partsToWhole() {
  return {
      .key = "parts-to-whole",
      .title = "Parts2Whole (a person from parts)",
      .description = "Draws a whole person, or what is masked of one, from tagged parts and a pose picture; needs the Parts2Whole model.",
      .settings = {Preset, Prompt, NegativePrompt, Pose, Steps, Guidance, GuidanceInterval, Strength, ReferenceScale, ImageScale, Scheduler,
                   Loras, Window, WorkingSize, SmallerWindow, Precision},
      .maxReferences = 6,
  };
}

MethodTraits inpaint() {
  return {
      .key = "inpaint",
      .title = "Inpaint (Stable Diffusion)",
      .description =
          "Draws what the prompt says, and what references show where an IP-Adapter is there; needs a Stable Diffusion 1.5 model.",
      .settings = {Preset, Prompt, NegativePrompt, Steps, Guidance, GuidanceInterval, Strength, ReferenceScale, Similarity, Scheduler,
                   Loras, Window, WorkingSize, SmallerWindow, Precision},
      .maxReferences = 0,
      .fitsGarments = true,
  };
}

}  // namespace

const std::vector<MethodTraits>& networkTraits() {
  static const std::vector<MethodTraits> all{completeMe(), inpaint(), paintByExample(), partsToWhole()};
  return all;
}

}  // namespace retailor::models
