#include "core/methods/complete_me/complete_me_run.h"

#include <ATen/ATen.h>

#include <map>

#include "core/methods/complete_me/region_manner.h"
#include "core/methods/diffusion/picture_tokens.h"
#include "core/methods/diffusion/region_picture.h"
#include "core/methods/inpaint/inpaint_run.h"
#include "core/methods/models/complete_me_model.h"

namespace retailor::complete_me {
namespace {

using at::Tensor;
using diffusion::PictureTokens;
using inpaint::RunSoFar;

// The mean of what the autoencoder says of a picture [1, 3, H, W], as the U-Net takes it; again in F32 where half precision overflowed.
Result<Tensor> latentOf(const Tensor& picture, const RunSoFar& run) {
  const auto once = [&]() -> Result<Tensor> {
    const auto autoencoder = run.networks.autoencoder();
    if (!autoencoder) return autoencoder.failure();
    const auto tiling = run.ladder.plan().tiledAutoencoder ? neural::Tiling::On : neural::Tiling::Off;
    const Tensor mean = (*autoencoder)->encode(picture, tiling).mean.to(at::kCPU, at::kFloat);
    return (mean - (*autoencoder)->settings().shift) * (*autoencoder)->settings().scaling;
  };
  const auto attempt = [&] {
    return run.ladder.attempt(diffusion::Stage::Encoding, "Encoding the references", once, [&run] { run.networks.release(); });
  };
  Result<Tensor> made = attempt();
  if (made && !made->isfinite().all().item<bool>() && run.networks.autoencoderIsHalf()) {
    run.networks.makeAutoencoderPrecise();
    made = attempt();
  }
  return !made || made->isfinite().all().item<bool>() ? made : Result<Tensor>(run.networks.damaged("vae"));
}

// The states of a region's words, each region's encoded once.
class RegionLabels {
 public:
  explicit RegionLabels(const RunSoFar& run) : m_run(run) {}

  Result<Tensor> of(completion::BodyRegion region) {
    if (const auto known = m_known.find(region); known != m_known.end()) return known->second;
    const auto words = diffusion::promptTokens(m_run.networks, m_run.ladder, diffusion::regionWords(region), "", false);
    if (!words) return words.failure();
    return m_known[region] = words->conditional;
  }

 private:
  const RunSoFar& m_run;
  std::map<completion::BodyRegion, Tensor> m_known;
};

Result<std::vector<neural::RegionReference>> regionReferences(const RunSoFar& run) {
  std::vector<neural::RegionReference> all;
  RegionLabels labels(run);
  for (const completion::TaggedReference& reference : run.request.references) {
    if (reference.weight <= 0) continue;
    const auto seen = diffusion::regionPicture(reference, run.window.window.workingSize);
    const Result<Tensor> label = labels.of(reference.region);
    if (!label) return label.failure();
    const Result<Tensor> latent = latentOf(seen.picture, run);
    if (!latent) return latent.failure();
    all.push_back({*latent, *label, seen.mask, reference.weight * run.request.settings.referenceScale});
  }
  return all;
}

// The image term: pictures of references for cross-attention, where the model has what it takes.
Result<PictureTokens> imagePrompts(const RunSoFar& run) {
  const double scale = run.request.settings.imageScale;
  const auto model = models::findImagePromptModel(run.setup.model, run.request.modelFolders);
  if (scale == 0) return PictureTokens{};
  if (!model) {
    run.say("No IP-Adapter was found beside this model: references are read by region only.");
    return PictureTokens{};
  }
  return diffusion::pictureTokens(*model, run.request.references, {scale, run.setup.guidance.needed(), run.setup.manner}, run.networks,
                                  run.ladder);
}

Result<PictureTokens> readReferences(const RunSoFar& run) {
  const Result<diffusion::RegionManner> manner = regionMannerOf(run.setup.model.folder);
  if (!manner) return manner.failure();
  Result<PictureTokens> pictures = imagePrompts(run);
  if (!pictures) return pictures;
  auto references = regionReferences(run);
  if (!references) return references.failure();
  pictures->regions = std::make_shared<diffusion::RegionReferences>(*std::move(references), *manner, run.setup.scheduler, run.networks);
  return pictures;
}

}  // namespace

completion::CompletionOutcome completeFromReferences(const completion::CompletionRequest& request, completion::CompletionListener& listener,
                                                     std::stop_token stop) {
  return inpaint::completeGuided(request, listener, std::move(stop), {models::findCompleteMeModel, readReferences});
}

}  // namespace retailor::complete_me
