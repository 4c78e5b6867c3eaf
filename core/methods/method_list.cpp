#include "core/methods/method_list.h"

#include "core/methods/patch_diffusion/patch_diffusion_method.h"

namespace retailor::methods {

std::vector<std::shared_ptr<completion::CompletionMethod>> allMethods() {
  return {
      std::make_shared<PatchDiffusionMethod>(),
  };
}

}  // namespace retailor::methods
