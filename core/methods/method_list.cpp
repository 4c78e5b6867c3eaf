#include "core/methods/method_list.h"

#include "core/methods/models/complete_me_model.h"
#include "core/methods/models/inpaint_model.h"
#include "core/methods/models/inpaint_traits.h"
#include "core/methods/patch_diffusion/patch_diffusion_method.h"

namespace retailor::methods {

std::vector<std::shared_ptr<completion::CompletionMethod>> allMethods(const RunNetwork& runNetwork) {
  return {
      std::make_shared<PatchDiffusionMethod>(),
      std::make_shared<NetworkMethod>(models::inpaintTraits(), models::inpaintReadiness, runNetwork),
      std::make_shared<NetworkMethod>(models::completeMeTraits(), models::completeMeReadiness, runNetwork),
  };
}

}  // namespace retailor::methods
