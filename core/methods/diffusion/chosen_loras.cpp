#include "core/methods/diffusion/chosen_loras.h"

#include <algorithm>

#include "core/methods/models/lora_file_named.h"
#include "core/neural/weights/lora/lora_file.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::diffusion {
namespace {

using completion::LoraChoice;
using weights::LoraFile;

std::string leftOut(const std::filesystem::path& file, const LoraFile& lora) {
  const std::size_t count = lora.unmatched.size();
  return std::to_string(count) + (count == 1 ? " layer" : " layers") + " of the LoRA " + file.string() + " fit nothing in this model (" +
         lora.unmatched.front() + (count > 1 ? ", …" : "") + ") and are left out.";
}

Result<LoraFile> openedLora(const std::filesystem::path& file, const weights::Component& unet, const weights::Component& text) {
  const auto opened = weights::openWeights(file);
  if (!opened) return opened.failure();
  if (const Result<void> finite = weights::requireFinite(*opened, {}); !finite) return finite.failure();
  return weights::readLora(*opened, unet.weights, text.weights);
}

}  // namespace

Result<neural::MergedLoras> chosenLoras(const completion::CompletionRequest& request, NetworkSet& networks,
                                        const std::function<void(const std::string&)>& say) {
  neural::MergedLoras merged;
  if (request.settings.loras.empty()) return merged;
  const auto unet = networks.model().component("unet", networks.device().variant());
  if (!unet) return unet.failure();
  const auto text = networks.model().component("text_encoder", networks.device().variant());
  if (!text) return text.failure();
  int number = 0;
  for (const LoraChoice& chosen : request.settings.loras) {
    const std::filesystem::path file = models::loraFileNamed(chosen.file, request.modelFolders);
    const Result<LoraFile> lora = openedLora(file, *unet, *text);
    if (!lora) return lora.failure();
    if (!lora->unmatched.empty()) say(leftOut(file, *lora));
    networks.used("lora-" + std::to_string(++number), file);
    merged.add(*lora, chosen.scale);
  }
  return merged;
}

}  // namespace retailor::diffusion
