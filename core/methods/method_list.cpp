#include "core/methods/method_list.h"

#include "core/methods/models/method_model.h"
#include "core/methods/models/network_traits.h"
#include "core/methods/patch_diffusion/patch_diffusion_method.h"

namespace retailor::methods {

std::vector<std::shared_ptr<completion::CompletionMethod>> allMethods(const NetworkDoor& door) {
  std::vector<std::shared_ptr<completion::CompletionMethod>> all{std::make_shared<PatchDiffusionMethod>()};
  for (const completion::MethodTraits& traits : models::networkTraits()) {
    const auto readiness = [key = traits.key](const completion::ModelFolders& folders) { return models::methodReadiness(key, folders); };
    all.push_back(std::make_shared<NetworkMethod>(traits, readiness, door));
  }
  return all;
}

}  // namespace retailor::methods
