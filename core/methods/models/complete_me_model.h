#pragma once

#include "core/completion/completion_method.h"
#include "core/methods/models/inpaint_model.h"

namespace retailor::models {

// How the method "complete-me" presents itself.
completion::MethodTraits completeMeTraits();

// Of the models that can inpaint, the first that has a Reference U-Net (its part reference_unet); where none has, the first. MissingWeights
// when there is none at all.
Result<InpaintModel> findCompleteMeModel(const completion::ModelFolders& folders);

// What is missing for a run, looked for by name only.
completion::MethodReadiness completeMeReadiness(const completion::ModelFolders& folders);

}  // namespace retailor::models
