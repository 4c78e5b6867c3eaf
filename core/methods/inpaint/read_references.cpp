#include "core/methods/inpaint/read_references.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/methods/diffusion/example_tokens.h"
#include "core/methods/diffusion/picture_tokens.h"
#include "core/methods/diffusion/slot_tokens.h"
#include "core/methods/diffusion/state_tokens.h"
#include "core/methods/inpaint/heeded_references.h"
#include "core/methods/inpaint/region_reading.h"
#include "core/methods/inpaint/similarity.h"

namespace retailor::inpaint {
namespace {

using diffusion::PictureTokens;
using diffusion::PromptTokens;
using Condition = models::BundleManifest::Condition;

Result<PromptTokens> wordsOf(const RunSoFar& run) {
  return diffusion::promptTokens(run.networks, run.ladder, promptFor(run.request, run.setup.model.manifest),
                                 run.request.settings.negativePrompt, run.setup.guidance.needed());
}

Result<PromptTokens> exampleOf(const RunSoFar& run) {
  const auto example = std::ranges::find_if(run.request.references, counts);
  if (example == run.request.references.end())
    return badInput(
        "This method draws what a reference shows, and there is none; add one with --reference, or drop a picture on a region.");
  if (std::ranges::count_if(run.request.references, counts) > 1)
    run.say("This method draws one reference: the first is taken, the others are left out.");
  const auto index = static_cast<std::size_t>(example - run.request.references.begin());
  return diffusion::exampleTokens(*example, index, run.setup.manner, run.setup.guidance.needed(), run.networks, run.ladder, run.references);
}

Result<PromptTokens> statesOfReferences(const RunSoFar& run) {
  std::vector<diffusion::StatePicture> pictures;
  const auto& references = run.request.references;
  for (std::size_t i = 0; i < references.size(); ++i)
    if (counts(references[i])) pictures.push_back({i, shownWhole(references[i], run.setup, run.window.window.workingSize)});
  if (pictures.empty())
    return badInput(run.setup.model.manifest.title +
                    " draws what references show, and there is none; add one with --reference, or drop a picture on a region.");
  return diffusion::stateTokens(pictures, run.setup.guidance.needed(), run.networks, run.ladder, run.references);
}

// What reading takes from the bundle, in the words of the networks.
diffusion::RegionManner mannerOf(const models::ReferenceReading& reading, const Similarity& similarity) {
  using Blocks = neural::ReadingPolicy::Blocks;
  return {.trained = reading.writer == models::ReferenceReading::Writer::ReferenceUnet,
          .everyStep = reading.everyStep,
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

Result<std::shared_ptr<diffusion::RegionReferences>> readByRegion(const RunSoFar& run, const models::ReferenceReading& reading,
                                                                  const PromptTokens& condition) {
  const diffusion::RegionManner manner = mannerOf(reading, {run.request.settings.similarity});
  auto references = referencesByRegion(run, manner, condition);
  if (!references) return references.failure();
  return std::make_shared<diffusion::RegionReferences>(*std::move(references), manner, run.setup.scheduler, run.networks,
                                                       run.references.kept());
}

}  // namespace

Result<PromptTokens> readCondition(const RunSoFar& run) {
  const Condition condition = run.setup.model.manifest.condition;
  if (condition == Condition::Words) return wordsOf(run);
  if (condition == Condition::Example) return exampleOf(run);
  if (!run.request.settings.prompt.empty()) run.say("This model reads no words: the prompt is left out.");
  return condition == Condition::States ? statesOfReferences(run) : PromptTokens{};
}

ReferenceLookers lookersAt(const completion::CompletionRequest& request, const InpaintSetup& setup) {
  const models::BundleManifest& bundle = setup.model.manifest;
  const completion::CompletionSettings& settings = request.settings;
  if (bundle.condition == Condition::Example || bundle.stacksReference() || std::ranges::none_of(request.references, counts)) return {};
  if (settings.referenceScale == 0 || settings.similarity == 0) return {};
  ReferenceLookers lookers{bundle.references.has_value()};
  if (bundle.condition != Condition::Words) return lookers;  // image prompts are looked at beside words
  lookers.imageScale = lookers.attention ? settings.imageScale * bundle.references->imageScale : settings.referenceScale;
  lookers.slots = lookers.attention && bundle.imageSlots && lookers.imageScale > 0;
  if (!lookers.slots && lookers.imageScale > 0) lookers.imagePrompt = models::findImagePromptModel(setup.model, request.modelFolders);
  return lookers;
}

Result<PictureTokens> readReferences(const RunSoFar& run, const PromptTokens& condition) {
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
  auto regions = readByRegion(run, *bundle.references, condition);
  if (!regions) return regions.failure();
  pictures->regions = *std::move(regions);
  return pictures;
}

}  // namespace retailor::inpaint
