#include "core/methods/inpaint/read_references.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>

#include "core/methods/diffusion/example_tokens.h"
#include "core/methods/diffusion/picture_tokens.h"
#include "core/methods/diffusion/region_picture.h"
#include "core/methods/diffusion/shown_reference.h"
#include "core/methods/diffusion/state_tokens.h"

namespace retailor::inpaint {
namespace {

using at::Tensor;
using diffusion::PictureTokens;

// What the autoencoder says of reference `k`, a picture [1, 3, H, W], as the U-Net takes it: its mean, or a sample where noise from a file
// asks for one; again in F32 where half precision overflowed.
Result<Tensor> latentOf(const Tensor& picture, std::size_t k, const RunSoFar& run) {
  const std::string name = "reference_posterior." + std::to_string(k);
  const auto noise = run.setup.noise.variation(0);
  const auto once = [&]() -> Result<Tensor> {
    const auto autoencoder = run.networks.autoencoder();
    if (!autoencoder) return autoencoder.failure();
    const auto tiling = run.ladder.plan().tiledAutoencoder ? neural::Tiling::On : neural::Tiling::Off;
    const neural::LatentMoments moments = (*autoencoder)->encode(picture, tiling);
    Tensor latent = moments.mean.to(at::kCPU, at::kFloat);
    if (run.setup.noise.isGiven() && noise->has(name)) {
      const auto normals = noise->draw(name, latent.sizes());
      if (!normals) return normals;
      latent = neural::LatentMoments{latent, moments.logVariance.to(at::kCPU, at::kFloat)}.sampled(*normals);
    }
    return (latent - (*autoencoder)->settings().shift) * (*autoencoder)->settings().scaling;
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

bool counts(const completion::TaggedReference& reference) { return reference.weight > 0; }

std::vector<completion::TaggedReference> thoseThatCount(const RunSoFar& run) {
  std::vector<completion::TaggedReference> all;
  std::ranges::copy_if(run.request.references, std::back_inserter(all), counts);
  return all;
}

image::Size canvasOf(const RunSoFar& run) {
  const auto& reading = run.setup.model.manifest.references;
  return reading && reading->isSquare ? image::Size{run.setup.modelSide, run.setup.modelSide} : run.window.window.workingSize;
}

// As the published system shows it to its Reference U-Net, where noise from a file asks for just that.
diffusion::RegionPicture lookedAt(const completion::TaggedReference& reference, const RunSoFar& run) {
  const auto& reading = run.setup.model.manifest.references;
  if (run.setup.manner == diffusion::Manner::Product || !reading->isSquare) return diffusion::regionPicture(reference, canvasOf(run));
  return {diffusion::pictureTensor(diffusion::paddedReference(reference, canvasOf(run), run.setup.manner)), Tensor()};
}

// What the Reference U-Net is told of each reference: its region's words, or the reference's own states.
class Labels {
 public:
  Labels(const RunSoFar& run, const diffusion::PromptTokens& condition, std::size_t references) : m_words(run) {
    if (run.setup.model.manifest.condition == models::BundleManifest::Condition::States)
      m_states = condition.conditional.chunk(static_cast<std::int64_t>(references), 1);
  }

  Result<Tensor> of(const completion::TaggedReference& reference, std::size_t k) {
    return m_states.empty() ? m_words.of(reference.region) : Result<Tensor>(m_states[k]);
  }

 private:
  RegionLabels m_words;
  std::vector<Tensor> m_states;
};

Result<std::vector<neural::RegionReference>> regionReferences(const RunSoFar& run, const diffusion::PromptTokens& condition) {
  std::vector<neural::RegionReference> all;
  const auto references = thoseThatCount(run);
  Labels labels(run, condition, references.size());
  for (std::size_t k = 0; k < references.size(); ++k) {
    const auto seen = lookedAt(references[k], run);
    const Result<Tensor> label = labels.of(references[k], k);
    if (!label) return label.failure();
    const Result<Tensor> latent = latentOf(seen.picture, k, run);
    if (!latent) return latent.failure();
    all.push_back({*latent, *label, seen.mask, references[k].weight * run.request.settings.referenceScale});
  }
  return all;
}

// What reading takes from the bundle, in the words of the networks.
diffusion::RegionManner mannerOf(const models::ReferenceReading& reading) {
  using Blocks = neural::ReadingPolicy::Blocks;
  return {.trained = reading.writer == models::ReferenceReading::Writer::ReferenceUnet,
          .everyStep = reading.everyStep,
          .policy = {reading.zeroesMasked ? neural::MaskedTokens::Zero : neural::MaskedTokens::Drop,
                     reading.middleAndUpOnly ? Blocks::MiddleAndUp : Blocks::Every, reading.blend}};
}

Result<PictureTokens> imagePrompts(const RunSoFar& run, const models::ImagePromptModel& adapter, double scale) {
  return diffusion::pictureTokens(adapter, run.request.references, {scale, run.setup.guidance.needed(), run.setup.manner}, run.networks,
                                  run.ladder);
}

// Beside what self-attention reads, image prompts: where an adapter is there.
Result<PictureTokens> readByRegion(const RunSoFar& run, const models::ReferenceReading& reading, const diffusion::PromptTokens& condition) {
  const double scale = run.request.settings.imageScale * reading.imageScale;
  const bool readsWords = run.setup.model.manifest.condition == models::BundleManifest::Condition::Words;
  const auto adapter = readsWords ? models::findImagePromptModel(run.setup.model, run.request.modelFolders) : std::nullopt;
  if (readsWords && !adapter) run.say("No IP-Adapter was found beside this model: references are read by region only.");
  Result<PictureTokens> pictures = adapter && scale > 0 ? imagePrompts(run, *adapter, scale) : PictureTokens{};
  if (!pictures) return pictures;
  auto references = regionReferences(run, condition);
  if (!references) return references.failure();
  pictures->regions =
      std::make_shared<diffusion::RegionReferences>(*std::move(references), mannerOf(reading), run.setup.scheduler, run.networks);
  return pictures;
}

Result<diffusion::PromptTokens> statesOfReferences(const RunSoFar& run) {
  std::vector<image::Bitmap> pictures;
  for (const completion::TaggedReference& reference : thoseThatCount(run))
    pictures.push_back(diffusion::paddedReference(reference, canvasOf(run), run.setup.manner));
  if (pictures.empty())
    return badInput(run.setup.model.manifest.title +
                    " draws what references show, and there is none; add one with --reference, or drop a "
                    "picture on a region.");
  return diffusion::stateTokens(pictures, run.setup.guidance.needed(), run.networks, run.ladder);
}

void sayThatWordsAreLeftOut(const RunSoFar& run) {
  if (!run.request.settings.prompt.empty()) run.say("This model reads no words: the prompt is left out.");
}

}  // namespace

Result<diffusion::PromptTokens> readCondition(const RunSoFar& run) {
  const bool guided = run.setup.guidance.needed();
  const auto& settings = run.request.settings;
  using Condition = models::BundleManifest::Condition;
  const Condition condition = run.setup.model.manifest.condition;
  if (condition == Condition::Nothing || condition == Condition::States) sayThatWordsAreLeftOut(run);
  if (condition == Condition::Nothing) return diffusion::PromptTokens{};
  if (condition == Condition::States) return statesOfReferences(run);
  if (condition == Condition::Words)
    return diffusion::promptTokens(run.networks, run.ladder, settings.prompt, settings.negativePrompt, guided);
  const auto example = std::ranges::find_if(run.request.references, counts);
  if (example == run.request.references.end())
    return badInput(
        "This method draws what a reference shows, and there is none; add one with --reference, or drop a picture on a region.");
  if (std::ranges::count_if(run.request.references, counts) > 1)
    run.say("This method draws one reference: the first is taken, the others are left out.");
  return diffusion::exampleTokens(*example, run.setup.manner, guided, run.networks, run.ladder);
}

Result<PictureTokens> readReferences(const RunSoFar& run, const diffusion::PromptTokens& condition) {
  const models::BundleManifest& bundle = run.setup.model.manifest;
  const double scale = run.request.settings.referenceScale;
  if (bundle.condition == models::BundleManifest::Condition::Example || bundle.stacksReference()) return PictureTokens{};
  if (std::ranges::none_of(run.request.references, counts) || scale == 0) return PictureTokens{};
  if (bundle.references) return readByRegion(run, *bundle.references, condition);
  const auto adapter = models::findImagePromptModel(run.setup.model, run.request.modelFolders);
  if (!adapter)
    return Failure{FailureKind::MissingWeights,
                   "To show references to this model an IP-Adapter and its image encoder are needed, and none was found; put them into " +
                       run.setup.model.folder.path().string() + ", beside the model, or leave the references out."};
  return imagePrompts(run, *adapter, scale);
}

}  // namespace retailor::inpaint
