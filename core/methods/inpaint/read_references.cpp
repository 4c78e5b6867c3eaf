#include "core/methods/inpaint/read_references.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/methods/diffusion/content_key.h"
#include "core/methods/diffusion/example_tokens.h"
#include "core/methods/diffusion/picture_tokens.h"
#include "core/methods/diffusion/region_picture.h"
#include "core/methods/diffusion/slot_tokens.h"
#include "core/methods/inpaint/heeded_references.h"
#include "core/methods/inpaint/similarity.h"

namespace retailor::inpaint {
namespace {

using at::Tensor;
using diffusion::keyOf;
using diffusion::PictureTokens;

bool isNoiseGiven(const RunSoFar& run, const std::string& name) {
  return run.setup.noise.isGiven() && run.setup.noise.variation(0)->has(name);
}

// A sample of the moments where its noise is given under `name`, else their mean.
Result<Tensor> drawnAsGiven(const neural::LatentMoments& moments, const std::string& name, const RunSoFar& run) {
  if (!isNoiseGiven(run, name)) return moments.mean;
  const Result<Tensor> normals = run.setup.noise.variation(0)->draw(name, moments.mean.sizes());
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

using Tensors = diffusion::KeptReferences::Tensors;

// The references that count as self-attention is to see them, each from what is kept of it as far as it goes.
class RegionReading {
 public:
  RegionReading(const RunSoFar& run, const models::ReferenceReading& reading, const diffusion::RegionManner& manner)
      : m_run(run), m_reading(reading), m_manner(manner) {}

  Result<std::vector<diffusion::SeenReference>> all() const {
    std::vector<diffusion::SeenReference> seen;
    for (std::size_t i = 0; i < m_run.request.references.size(); ++i) {
      if (!counts(m_run.request.references[i])) continue;
      auto one = reference(i, "reference_posterior." + std::to_string(seen.size()));
      if (!one) return one.failure();
      seen.push_back(*std::move(one));
    }
    return seen;
  }

 private:
  struct Known {
    Tensor tensor;
    std::string key;
  };

  Result<diffusion::SeenReference> reference(std::size_t index, const std::string& noise) const {
    const completion::TaggedReference& asked = m_run.request.references[index];
    const auto picture = heededPicture(asked, m_reading, m_run.setup.manner, m_run.window.window.workingSize);
    const std::string words = wordsFor(asked, m_run.request, m_reading);
    const auto label = known(index, "text_encoder", words, [&] { return labelOf(words); });
    if (!label) return label.failure();
    const auto latent = latentKnown(index, picture.picture, noise);
    if (!latent) return latent.failure();
    const auto& settings = m_run.request.settings;
    const double weight = asked.weight * settings.referenceScale * Similarity{settings.similarity}.tokens();
    diffusion::SeenReference seen{{latent->tensor, label->tensor, picture.mask, weight},
                                  keyOf({latent->key, label->key, keyOf(picture.mask)})};
    if (const Result<void> told = expect(index, seen.content); !told) return told.failure();
    return seen;
  }

  // A sample drawn by given noise is nobody else's.
  Result<Known> latentKnown(std::size_t index, const Tensor& picture, const std::string& noise) const {
    if (!isNoiseGiven(m_run, noise)) return known(index, "vae", keyOf(picture), [&] { return encoded(picture, noise); });
    const Result<Tensor> drawn = encoded(picture, noise);
    return drawn ? Result<Known>(Known{*drawn, keyOf(*drawn)}) : drawn.failure();
  }

  Result<std::string> identityOf(const char* part) const {
    const Result<std::string> identity = m_run.networks.identityOf(part);
    return identity ? keyOf({*identity, m_run.ladder.plan().tiledAutoencoder ? "tiled" : "whole"}) : identity;
  }

  Result<Known> known(std::size_t index, const char* part, const std::string& content, const std::function<Result<Tensor>()>& make) const {
    const Result<std::string> identity = identityOf(part);
    if (!identity) return identity.failure();
    const std::string key = keyOf({*identity, content});
    const auto found = m_run.references.of(index, key, [&make]() -> Result<Tensors> {
      const Result<Tensor> made = make();
      return made ? Result<Tensors>(Tensors{*made}) : made.failure();
    });
    if (!found) return found.failure();
    // Short memory or an overflow may have had it made by something else than the key says.
    if (const auto now = identityOf(part); !now || *now != *identity) m_run.references.kept().forget(key);
    return Known{found->at(0), key};
  }

  // Whether a trained model has looked at it before; others look anew at every step.
  Result<void> expect(std::size_t index, const std::string& content) const {
    if (!m_manner.trained) return {};
    const Result<std::string> key = diffusion::RegionReferences::keyFor(content, m_manner, m_run.networks);
    if (!key) return key.failure();
    m_run.references.expect(index, *key);
    return {};
  }

  Result<Tensor> labelOf(const std::string& words) const {
    ++m_run.references.kept().work().labels;
    const auto states = diffusion::promptTokens(m_run.networks, m_run.ladder, words, "", false);
    return states ? Result<Tensor>(states->conditional) : states.failure();
  }

  Result<Tensor> encoded(const Tensor& picture, const std::string& noise) const {
    ++m_run.references.kept().work().latents;
    return latentOf(picture, noise, m_run);
  }

  const RunSoFar& m_run;
  const models::ReferenceReading& m_reading;
  const diffusion::RegionManner& m_manner;
};

// What reading takes from the bundle, in the words of the networks.
diffusion::RegionManner mannerOf(const models::ReferenceReading& reading, const Similarity& similarity) {
  using Blocks = neural::ReadingPolicy::Blocks;
  return {.trained = reading.writer == models::ReferenceReading::Writer::ReferenceUnet,
          .policy = {reading.zeroesMasked ? neural::MaskedTokens::Zero : neural::MaskedTokens::Drop,
                     reading.middleAndUpOnly ? Blocks::MiddleAndUp : Blocks::Every, reading.blend * similarity.blend()}};
}

Result<PictureTokens> imagePrompts(const RunSoFar& run, const models::ImagePromptModel& adapter, double scale) {
  const double wished = scale * Similarity{run.request.settings.similarity}.imagePrompt();
  return diffusion::pictureTokens(adapter, run.request.references, {wished, run.setup.guidance.needed(), run.setup.manner}, run.networks,
                                  run.ladder, run.references);
}

// By the image attention that the model has of its own.
Result<PictureTokens> slotPrompts(const RunSoFar& run, const ReferenceLookers& lookers) {
  const double wished = lookers.imageScale * Similarity{run.request.settings.similarity}.imagePrompt();
  const models::BundleManifest& bundle = run.setup.model.manifest;
  return diffusion::slotTokens(*bundle.imageSlots, heededReferences(run.request, *bundle.references),
                               {wished, run.setup.guidance.needed(), run.setup.manner}, run.networks, run.ladder, run.references);
}

Result<PictureTokens> promptsOf(const RunSoFar& run, const ReferenceLookers& lookers) {
  if (lookers.slots) return slotPrompts(run, lookers);
  if (lookers.imagePrompt) return imagePrompts(run, *lookers.imagePrompt, lookers.imageScale);
  if (lookers.imageScale > 0) run.say("No IP-Adapter was found beside this model: references are read by region only.");
  return PictureTokens{};
}

Result<std::shared_ptr<diffusion::RegionReferences>> readByRegion(const RunSoFar& run, const models::ReferenceReading& reading) {
  const diffusion::RegionManner manner = mannerOf(reading, {run.request.settings.similarity});
  auto references = RegionReading(run, reading, manner).all();
  if (!references) return references.failure();
  return std::make_shared<diffusion::RegionReferences>(*std::move(references), manner, run.setup.scheduler, run.networks,
                                                       run.references.kept());
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
  const auto index = static_cast<std::size_t>(example - run.request.references.begin());
  return diffusion::exampleTokens(*example, index, run.setup.manner, guided, run.networks, run.ladder, run.references);
}

ReferenceLookers lookersAt(const completion::CompletionRequest& request, const InpaintSetup& setup) {
  const models::BundleManifest& bundle = setup.model.manifest;
  const completion::CompletionSettings& settings = request.settings;
  if (bundle.condition == models::BundleManifest::Condition::Example || std::ranges::none_of(request.references, counts)) return {};
  if (settings.referenceScale == 0 || settings.similarity == 0) return {};
  const bool byRegion = bundle.references.has_value();
  ReferenceLookers lookers{byRegion, byRegion ? settings.imageScale * bundle.references->imageScale : settings.referenceScale};
  lookers.slots = byRegion && bundle.imageSlots && lookers.imageScale > 0;
  if (!lookers.slots && lookers.imageScale > 0) lookers.imagePrompt = models::findImagePromptModel(setup.model, request.modelFolders);
  return lookers;
}

Result<PictureTokens> readReferences(const RunSoFar& run) {
  const ReferenceLookers lookers = lookersAt(run.request, run.setup);
  if (!lookers.isAnyWished()) return PictureTokens{};
  const models::BundleManifest& bundle = run.setup.model.manifest;
  if (bundle.references)
    if (const Result<void> tagged = requireTags(run.request, *bundle.references); !tagged) return tagged.failure();
  if (!lookers.imagePrompt && !lookers.attention)
    return Failure{FailureKind::MissingWeights,
                   "To show references to this model an IP-Adapter and its image encoder are needed, and none was found; put them into " +
                       run.setup.model.folder.path().string() + ", beside the model, or leave the references out."};
  Result<PictureTokens> pictures = promptsOf(run, lookers);
  if (!pictures || !lookers.attention) return pictures;
  auto regions = readByRegion(run, *bundle.references);
  if (!regions) return regions.failure();
  pictures->regions = *std::move(regions);
  return pictures;
}

}  // namespace retailor::inpaint
