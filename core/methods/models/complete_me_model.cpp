#include "core/methods/models/complete_me_model.h"

namespace retailor::models {

completion::MethodTraits completeMeTraits() {
  using enum completion::Setting;
  return {
      .key = "complete-me",
      .title = "CompleteMe (references by region)",
      .description =
          "Draws the hole from what tagged references show inside their masks; needs a Stable Diffusion 1.5 inpainting model, best one "
          "trained for it.",
      .settings = {Preset, Prompt, NegativePrompt, Steps, Guidance, GuidanceInterval, Strength, ReferenceScale, ImageScale, Scheduler,
                   Window, WorkingSize, SmallerWindow, Precision},
      .maxReferences = 0,
  };
}

Result<InpaintModel> findCompleteMeModel(const completion::ModelFolders& folders) {
  for (InpaintModel& model : inpaintModels(folders))
    if (model.folder.folderOf("reference_unet").ok()) return std::move(model);
  return findInpaintModel(folders);
}

completion::MethodReadiness completeMeReadiness(const completion::ModelFolders& folders) { return inpaintReadiness(folders); }

}  // namespace retailor::models
