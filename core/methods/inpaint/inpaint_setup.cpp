#include "core/methods/inpaint/inpaint_setup.h"

#include <algorithm>

#include "core/methods/diffusion/working_window.h"
#include "core/methods/inpaint/similarity.h"
#include "core/neural/models/autoencoder_settings.h"
#include "core/neural/models/unet_settings.h"
#include "core/neural/sampling/model_scheduler.h"
#include "core/neural/sampling/scheduler.h"
#include "core/neural/tensor/network_failure.h"

namespace retailor::inpaint {
namespace {

using completion::CompletionSettings;
using completion::Preset;

int stepsOf(const CompletionSettings& settings, const models::BundleManifest& bundle, neural::SchedulerKind kind) {
  if (settings.steps > 0) return settings.steps;
  if (kind == neural::SchedulerKind::Lcm) return settings.preset == Preset::Fast ? 4 : 8;
  if (settings.preset == Preset::Fast) return 20;
  const int usual = bundle.steps > 0 ? bundle.steps : 30;
  return settings.preset == Preset::Quality ? std::max(50, usual) : usual;
}

void planGuidance(neural::Guidance& guidance, const CompletionSettings& settings, const models::BundleManifest& bundle,
                  neural::SchedulerKind kind) {
  const double usual = kind == neural::SchedulerKind::Lcm ? 1.5 : bundle.guidance > 0 ? bundle.guidance : 7.5;
  guidance.scale = settings.guidance > 0 ? settings.guidance : usual;
  if (bundle.condition != models::BundleManifest::Condition::Words)
    guidance.scale = Similarity{settings.similarity}.guidance(guidance.scale);
  guidance.from = settings.guidanceFrom;
  guidance.until = settings.guidanceUntil;
}

// For sentences.
std::string placeOf(const weights::ModelFolder& model, const char* part) {
  const auto folder = model.folderOf(part);
  return (folder ? *folder : model.path()).string();
}

Result<void> readSizes(InpaintSetup& setup) {
  const Result<std::string> unet = setup.model.folder.configOf("unet"), vae = setup.model.folder.configOf("vae");
  if (!unet) return unet.failure();
  if (!vae) return vae.failure();
  const auto read = neural::guarded("Reading the model's settings", [&] {
    const auto network = neural::UnetSettings::read(neural::ModelSettings(*unet, placeOf(setup.model.folder, "unet")));
    const auto autoencoder = neural::AutoencoderSettings::read(neural::ModelSettings(*vae, placeOf(setup.model.folder, "vae")));
    setup.factor = static_cast<int>(autoencoder.factor());
    setup.modelSide = static_cast<int>(network.sampleSize) * setup.factor;
    setup.guidance.told = network.timeCondition > 0;
    return true;
  });
  return read ? Result<void>() : read.failure();
}

// Old folders of Stable Diffusion have these wrong, and every pipeline for them puts them right. What a file does not say at all, another
// class than its own fills in by itself.
void repairOldFolder(neural::SchedulerConfig& own, const CompletionSettings& settings) {
  if (own.stepsOffset || settings.scheduler.empty()) own.stepsOffset = 1;
  if (own.skipPrk || own.kind == neural::SchedulerKind::Pndm) own.skipPrk = true;
}

Result<void> planSteps(InpaintSetup& setup, const CompletionSettings& settings) {
  const models::BundleManifest& bundle = setup.model.manifest;
  auto own = bundle.schedulerSettings.empty() ? neural::schedulerConfigOf(setup.model.folder)
                                              : neural::parseSchedulerConfig(bundle.schedulerSettings, "the bundle " + bundle.key);
  if (!own) return own.failure();
  if (bundle.condition == models::BundleManifest::Condition::Words) repairOldFolder(*own, settings);
  const auto chosen = neural::withScheduler(*own, settings.scheduler.empty() ? bundle.scheduler : settings.scheduler);
  if (!chosen) return chosen.failure();
  setup.scheduler = *chosen;
  setup.scheduler.eta = bundle.eta;
  setup.steps = stepsOf(settings, bundle, chosen->kind);
  planGuidance(setup.guidance, settings, bundle, chosen->kind);
  if (const auto tried = neural::makeScheduler(*chosen, setup.steps); !tried) return tried.failure();
  const std::optional<int> first = neural::firstStep(setup.steps, settings.strength);
  if (!first)
    return badInput("At this strength none of the " + std::to_string(setup.steps) + " steps is left; raise --strength or --steps.");
  setup.first = *first;
  return {};
}

}  // namespace

Result<InpaintSetup> inpaintSetup(const completion::CompletionRequest& request) {
  InpaintSetup setup;
  auto model = models::findMethodModel(request.settings.method, request.modelFolders);
  if (!model) return model.failure();
  setup.model = *std::move(model);
  if (const Result<void> read = readSizes(setup); !read) return read.failure();
  if (const Result<void> planned = planSteps(setup, request.settings); !planned) return planned.failure();
  auto noise = diffusion::RequestNoise::open(request);
  if (!noise) return noise.failure();
  setup.noise = *std::move(noise);
  if (setup.noise.isGiven()) setup.manner = diffusion::Manner::Reference;
  const auto device = diffusion::devicePlan(request.settings);
  if (!device) return device.failure();
  setup.device = *device;
  return setup;
}

Result<diffusion::WindowPicture> runWindow(const completion::CompletionRequest& request, const InpaintSetup& setup, int halvings) {
  const models::BundleManifest& bundle = setup.model.manifest;
  diffusion::WindowNeeds needs{setup.modelSide, setup.factor, std::nullopt, {bundle.width, bundle.height}, halvings};
  if (setup.noise.isGiven()) {
    const image::Size latent = setup.noise.latentSize();
    needs.given = image::Size{latent.width * setup.factor, latent.height * setup.factor / (bundle.stacksReference() ? 2 : 1)};
  }
  const auto window = diffusion::workingWindow(request, needs);
  if (!window) return window.failure();
  return diffusion::windowPicture(request, *window, setup.manner);
}

}  // namespace retailor::inpaint
