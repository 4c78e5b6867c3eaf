#include "core/methods/inpaint/reference_guide.h"

#include "core/methods/diffusion/picture_tokens.h"

namespace retailor::inpaint {

Result<diffusion::PictureTokens> referencesAsPrompts(const RunSoFar& run) {
  const auto model = models::findImagePromptModel(run.setup.model, run.request.modelFolders);
  if (!model)
    return Failure{FailureKind::MissingWeights,
                   "To show references to this model an IP-Adapter and its image encoder are needed, and none was found; put them into " +
                       run.setup.model.folder.path().string() + " beside the model, or leave the references out."};
  const diffusion::PictureWishes wishes{run.request.settings.referenceScale, run.setup.guidance.needed(), run.setup.manner};
  return diffusion::pictureTokens(*model, run.request.references, wishes, run.networks, run.ladder);
}

}  // namespace retailor::inpaint
