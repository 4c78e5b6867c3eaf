#include "core/methods/models/inpaint_traits.h"

namespace retailor::models {

completion::MethodTraits inpaintTraits() {
  using enum completion::Setting;
  return {
      .key = "inpaint",
      .title = "Inpaint (Stable Diffusion)",
      .description =
          "Draws what the prompt says, and what references show where an IP-Adapter is there; needs a Stable Diffusion 1.5 model.",
      .settings = {Preset, Prompt, NegativePrompt, Steps, Guidance, GuidanceInterval, Strength, ReferenceScale, Scheduler, Loras, Window,
                   WorkingSize, SmallerWindow, Precision},
      .maxReferences = 0,
  };
}

}  // namespace retailor::models
