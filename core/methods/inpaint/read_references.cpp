#include "core/methods/inpaint/read_references.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>

#include "core/methods/diffusion/example_tokens.h"
#include "core/methods/diffusion/picture_tokens.h"
#include "core/methods/diffusion/region_picture.h"
#include "core/methods/diffusion/slot_tokens.h"
#include "core/methods/inpaint/heeded_references.h"

namespace retailor::inpaint {
namespace {

using at::Tensor;
using diffusion::PictureTokens;

// A sample of the moments where its noise is given under `name`, else their mean.
Result<Tensor> drawnAsGiven(const neural::LatentMoments& moments, const std::string& name, const RunSoFar& run) {
  if (!run.setup.noise.isGiven()) return moments.mean;
  const auto noise = run.setup.noise.variation(0);
  if (!noise->has(name)) return moments.mean;
  const Result<Tensor> normals = noise->draw(name, moments.mean.sizes());
  return normals ? Result<Tensor>(moments.sampled(*normals)) : normals;
}

// What the autoencoder says of a picture [1, 3, H, W], as the U-Net takes it; again in F32 where half precision overflowed. `name`: of the
// noise that its sample may be drawn by.
Result<Tensor> latentOf(const Tensor& picture, const std::string& name, const RunSoFar& run) {
  const auto once = [&]() -> Result<Tensor> {
    const auto autoencoder = run.networks.autoencoder();
    if (!autoencoder) return autoencoder.failure();
    const auto tiling = run.ladder.plan().tiledAutoencoder ? neural::Tiling::On : neural::Tiling::Off;
    const neural::LatentMoments moments = (*autoencoder)->encode(picture, tiling);
    const Result<Tensor> latent =
        drawnAsGiven({moments.mean.to(at::kCPU, at::kFloat), moments.logVariance.to(at::kCPU, at::kFloat)}, name, run);
    if (!latent) return latent;
    return (*latent - (*autoencoder)->settings().shift) * (*autoencoder)->settings().scaling;
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

// The states of what a reference is said to show, the same words encoded once.
class RegionLabels {
 public:
  explicit RegionLabels(const RunSoFar& run) : m_run(run) {}

  Result<Tensor> of(const std::string& label) {
    if (const auto known = m_known.find(label); known != m_known.end()) return known->second;
    const auto words = diffusion::promptTokens(m_run.networks, m_run.ladder, label, "", false);
    if (!words) return words.failure();
    return m_known[label] = words->conditional;
  }

 private:
  const RunSoFar& m_run;
  std::map<std::string, Tensor> m_known;
};

Result<std::vector<neural::RegionReference>> regionReferences(const RunSoFar& run, const models::ReferenceReading& reading) {
  std::vector<neural::RegionReference> all;
  RegionLabels labels(run);
  for (const completion::TaggedReference& reference : run.request.references) {
    if (!counts(reference)) continue;
    const auto seen = heededPicture(reference, reading, run.setup.manner, run.window.window.workingSize);
    const Result<Tensor> label = labels.of(wordsFor(reference, run.request, reading));
    if (!label) return label.failure();
    const Result<Tensor> latent = latentOf(seen.picture, "reference_posterior." + std::to_string(all.size()), run);
    if (!latent) return latent.failure();
    all.push_back({*latent, *label, seen.mask, reference.weight * run.request.settings.referenceScale});
  }
  return all;
}

// What reading takes from the bundle, in the words of the networks.
diffusion::RegionManner mannerOf(const models::ReferenceReading& reading) {
  using Blocks = neural::ReadingPolicy::Blocks;
  return {.trained = reading.writer == models::ReferenceReading::Writer::ReferenceUnet,
          .policy = {reading.zeroesMasked ? neural::MaskedTokens::Zero : neural::MaskedTokens::Drop,
                     reading.middleAndUpOnly ? Blocks::MiddleAndUp : Blocks::Every, reading.blend}};
}

Result<PictureTokens> imagePrompts(const RunSoFar& run, const models::ImagePromptModel& adapter, double scale) {
  return diffusion::pictureTokens(adapter, run.request.references, {scale, run.setup.guidance.needed(), run.setup.manner}, run.networks,
                                  run.ladder);
}

// Image prompts beside what self-attention reads: by the model's own attention, or by an adapter where one is there.
Result<PictureTokens> promptsBeside(const RunSoFar& run, const models::ReferenceReading& reading) {
  const double scale = run.request.settings.imageScale * reading.imageScale;
  if (const auto& slots = run.setup.model.manifest.imageSlots)
    return diffusion::slotTokens(*slots, heededReferences(run.request, reading), {scale, run.setup.guidance.needed(), run.setup.manner},
                                 run.networks, run.ladder);
  const auto adapter = models::findImagePromptModel(run.setup.model, run.request.modelFolders);
  if (!adapter) run.say("No IP-Adapter was found beside this model: references are read by region only.");
  return adapter && scale > 0 ? imagePrompts(run, *adapter, scale) : PictureTokens{};
}

Result<PictureTokens> readByRegion(const RunSoFar& run, const models::ReferenceReading& reading) {
  if (const Result<void> tagged = requireTags(run.request, reading); !tagged) return tagged.failure();
  Result<PictureTokens> pictures = promptsBeside(run, reading);
  if (!pictures) return pictures;
  auto references = regionReferences(run, reading);
  if (!references) return references.failure();
  pictures->regions =
      std::make_shared<diffusion::RegionReferences>(*std::move(references), mannerOf(reading), run.setup.scheduler, run.networks);
  return pictures;
}

}  // namespace

Result<diffusion::PromptTokens> readCondition(const RunSoFar& run) {
  const bool guided = run.setup.guidance.needed();
  const auto& settings = run.request.settings;
  if (run.setup.model.manifest.condition == models::BundleManifest::Condition::Words)
    return diffusion::promptTokens(run.networks, run.ladder, promptFor(run.request, run.setup.model.manifest), settings.negativePrompt,
                                   guided);
  const auto example = std::ranges::find_if(run.request.references, counts);
  if (example == run.request.references.end())
    return badInput(
        "This method draws what a reference shows, and there is none; add one with --reference, or drop a picture on a region.");
  if (std::ranges::count_if(run.request.references, counts) > 1)
    run.say("This method draws one reference: the first is taken, the others are left out.");
  return diffusion::exampleTokens(*example, run.setup.manner, guided, run.networks, run.ladder);
}

Result<PictureTokens> readReferences(const RunSoFar& run) {
  const models::BundleManifest& bundle = run.setup.model.manifest;
  const double scale = run.request.settings.referenceScale;
  if (bundle.condition == models::BundleManifest::Condition::Example) return PictureTokens{};
  if (std::ranges::none_of(run.request.references, counts) || scale == 0) return PictureTokens{};
  if (bundle.references) return readByRegion(run, *bundle.references);
  const auto adapter = models::findImagePromptModel(run.setup.model, run.request.modelFolders);
  if (!adapter)
    return Failure{FailureKind::MissingWeights,
                   "To show references to this model an IP-Adapter and its image encoder are needed, and none was found; put them into " +
                       run.setup.model.folder.path().string() + ", beside the model, or leave the references out."};
  return imagePrompts(run, *adapter, scale);
}

}  // namespace retailor::inpaint
