#include "core/methods/inpaint/inpaint_run.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <future>

#include "core/completion/fitted_references.h"
#include "core/methods/diffusion/chosen_loras.h"
#include "core/methods/diffusion/depth_channels.h"
#include "core/methods/diffusion/finished_candidate.h"
#include "core/methods/diffusion/run_preview.h"
#include "core/methods/diffusion/run_threads.h"
#include "core/methods/diffusion/run_trace.h"
#include "core/methods/diffusion/weight_hashes.h"
#include "core/methods/diffusion/working_window.h"
#include "core/methods/inpaint/inpaint_drawing.h"
#include "core/methods/inpaint/inpaint_on_cloth.h"
#include "core/methods/inpaint/read_references.h"
#include "core/neural/tensor/device_choice.h"

namespace retailor::inpaint {
namespace {

using at::Tensor;
using completion::Candidate;
using completion::CompletionOutcome;
using completion::CompletionRequest;
using completion::CompletionSettings;
using diffusion::WindowPicture;

// Said where a stop cuts a run short; outcome() turns it into Cancelled.
const Failure stopped{FailureKind::Internal, "The run was stopped."};

class InpaintRun {
 public:
  InpaintRun(const CompletionRequest& request, completion::CompletionListener& listener, std::stop_token stop, InpaintSetup setup)
      : m_request(request),
        m_listener(listener),
        m_stop(std::move(stop)),
        m_setup(std::move(setup)),
        m_ladder({request.settings.allowSmallerWindow && m_setup.manner == diffusion::Manner::Product, m_setup.device.onGpu(),
                  m_setup.guidance.needed()},
                 m_say),
        m_networks(m_setup.model.folder, m_setup.device, m_ladder),
        m_trace(request.traceFile) {}

  // Begins again for as long as memory made the window smaller.
  Result<std::vector<Candidate>> candidates() {
    if (m_setup.model.manifest.mark == models::BundleManifest::Mark::AttentionList) m_networks.attendBy("attention");
    if (const Result<void> there = m_networks.requireFiles(m_setup.model.manifest.parts); !there) return there.failure();
    const auto loras = diffusion::chosenLoras(m_request, m_networks, m_say);
    if (!loras) return loras.failure();
    m_networks.changeBy(*loras);
    while (true) {
      const int before = m_ladder.restarts();
      m_trace.clear();
      Result<std::vector<Candidate>> made = attempt();
      if (made || m_ladder.restarts() == before) return made;
    }
  }

 private:
  Result<std::vector<Candidate>> attempt() {
    m_listener.stageBegan("Preparing", 0.1);
    tellDevice();
    const Result<WindowPicture> window = preparedWindow();
    if (!window) return window.failure();
    if (const Result<void> told = readWishes(*window); !told) return told.failure();
    const Result<KnownLatents> known = knownOf(*window);
    if (!known) return known.failure();
    std::vector<Candidate> made;
    for (int i = 0; i < m_request.settings.variations && m_keptAfter == 0; ++i) {
      Result<Candidate> one = drawn(i, *window, *known);
      if (!one) return one.failure();
      made.push_back(*std::move(one));
    }
    if (const Result<void> written = m_trace.write(); !written) return written.failure();
    return made;
  }

  void tellDevice() {
    if (m_setup.device.onGpu()) m_listener.deviceChosen(m_networks.device().onGpu() ? neural::cudaDeviceName() : std::string());
  }

  Result<WindowPicture> preparedWindow() {
    if (m_stop.stop_requested()) return stopped;
    const models::BundleManifest& bundle = m_setup.model.manifest;
    diffusion::WindowNeeds needs{m_setup.modelSide, m_setup.factor, std::nullopt, {bundle.width, bundle.height}, m_ladder.restarts()};
    if (m_setup.noise.isGiven()) {
      const image::Size latent = m_setup.noise.latentSize();
      needs.given = image::Size{latent.width * m_setup.factor, latent.height * m_setup.factor / (bundle.stacksReference() ? 2 : 1)};
    }
    const auto window = diffusion::workingWindow(m_request, needs);
    if (!window) return window.failure();
    return diffusion::windowPicture(m_request, *window, m_setup.manner);
  }

  Result<KnownLatents> knownOf(const WindowPicture& window) {
    const models::BundleManifest& bundle = m_setup.model.manifest;
    const Result<Tensor> below = pictureBelow(soFar(window));
    if (!below) return below.failure();
    AlsoKnown also{m_setup.keepsKnown() || m_setup.first > 0, bundle.hole == models::BundleManifest::Hole::Black ? -1.0 : 0.0, *below};
    Result<KnownLatents> known = knownLatents(window, also, m_networks, m_ladder, m_say);
    if (!known || !bundle.sees(models::InputChannels::Depth)) return known;
    const Result<Tensor> depth = diffusion::depthChannels(window.window.workingSize, m_networks, m_ladder, m_say);
    if (!depth) return depth.failure();
    known->depth = *depth;
    return known;
  }

  RunSoFar soFar(const WindowPicture& window) { return {m_request, m_setup, window, m_networks, m_ladder, m_say}; }

  // Words and references become tokens.
  Result<void> readWishes(const WindowPicture& window) {
    if (m_stop.stop_requested()) return stopped;
    auto words = readCondition(soFar(window));
    if (!words) return words.failure();
    m_words = *std::move(words);
    if (m_words.conditional.defined()) m_trace.keep("prompt_embeds", m_words.conditional);
    if (m_words.unconditional.defined()) m_trace.keep("negative_prompt_embeds", m_words.unconditional);
    if (m_stop.stop_requested()) return stopped;
    auto pictures = readReferences(soFar(window), m_words);
    if (!pictures) return pictures.failure();
    m_pictures = *std::move(pictures);
    return {};
  }

  Result<Candidate> drawn(int variation, const WindowPicture& window, const KnownLatents& known) {
    if (m_stop.stop_requested()) return stopped;
    m_listener.stageBegan("Drawing", 0.85 / m_request.settings.variations);
    diffusion::RunPreview preview(window, previewDecoder());
    InpaintDrawing drawing(m_setup, known, m_networks, m_ladder, m_say);
    const auto end = drawing.draw(
        variation, m_words, m_pictures,
        [&](const neural::DenoiseStep& step) { return heard(step, preview.pictureOf(windowOf(step.clean, known), step.seconds), window); },
        m_stop);
    if (!end) return end.failure();
    if (end->how == neural::DenoiseEnd::How::Stopped) return stopped;
    if (end->how == neural::DenoiseEnd::How::KeptEarly) m_keptAfter = end->steps;
    return finished(variation, window, windowOf(end->latent, known));
  }

  bool heard(const neural::DenoiseStep& step, image::Bitmap preview, const WindowPicture& window) {
    // By now every network has been loaded, and there is time.
    if (!m_hashes.valid()) m_hashes = std::async(std::launch::async, diffusion::weightHashes, m_networks.files(), m_stop).share();
    m_trace.add("latents." + std::to_string(step.step - 1), step.latent);
    m_listener.stepDone(step.step, step.steps, step.seconds);
    m_listener.previewReady(window.window.rect, std::move(preview));
    return step.step == m_request.settings.stopAfterStep || (step.step < step.steps && m_listener.wantsToKeepNow());
  }

  Result<Candidate> finished(int variation, const WindowPicture& window, const Tensor& latent) {
    m_listener.stageBegan("Finishing", 0.05 / m_request.settings.variations);
    if (const auto timesteps = runTimesteps()) m_trace.keep("timesteps", *timesteps);
    const Result<Tensor> decoded = decodedPicture(latent, isLast(variation), m_networks, m_ladder, m_say);
    if (!decoded) return decoded.failure();
    if (m_stop.stop_requested()) return stopped;
    m_trace.addPicture("image", *decoded);
    Result<Candidate> candidate = diffusion::finishedCandidate(m_request, window, *decoded, m_setup.manner);
    if (!candidate) return candidate;
    candidate->recipe = completion::recipeFor(m_request, m_request.settings.seed + static_cast<std::uint64_t>(variation));
    candidate->recipe.weights = m_hashes.get();
    candidate->recipe.device = m_networks.device().device;
    if (m_keptAfter > 0) candidate->recipe.settings.stopAfterStep = m_keptAfter;
    return candidate;
  }

  bool isLast(int variation) const { return variation + 1 == m_request.settings.variations || m_keptAfter > 0; }

  // Those that the network was told of in this run.
  std::optional<Tensor> runTimesteps() const {
    const auto scheduler = neural::makeScheduler(m_setup.scheduler, m_setup.steps);
    return scheduler ? std::optional((*scheduler)->timesteps().slice(0, m_setup.first)) : std::nullopt;
  }

  std::shared_ptr<const neural::TinyAutoencoder> previewDecoder() {
    if (!m_decoderLookedFor) {
      m_decoderLookedFor = true;
      const auto component = models::findPreviewDecoder(m_setup.model, m_request.modelFolders);
      const auto decoder = component ? neural::TinyAutoencoder::load(*component, m_setup.device.networks)
                                     : Result<std::shared_ptr<const neural::TinyAutoencoder>>(stopped);
      if (decoder) m_decoder = *decoder;
    }
    return m_decoder;
  }

  const CompletionRequest& m_request;
  completion::CompletionListener& m_listener;
  std::stop_token m_stop;
  InpaintSetup m_setup;
  std::function<void(const std::string&)> m_say = [this](const std::string& sentence) {
    m_listener.noted(sentence);
    tellDevice();  // the sentence may be that memory made it another one
  };
  diffusion::MemoryLadder m_ladder;
  diffusion::NetworkSet m_networks;
  diffusion::RunTrace m_trace;
  diffusion::PromptTokens m_words;
  diffusion::PictureTokens m_pictures;
  std::shared_ptr<const neural::TinyAutoencoder> m_decoder;
  bool m_decoderLookedFor = false;
  std::shared_future<std::vector<completion::RecipeWeights>> m_hashes;  // of the weight files; waited for at the run's end
  int m_keptAfter = 0;  // the step at which the user chose to keep what there was; 0: ran to the end
};

Result<std::vector<Candidate>> drawnCandidates(const CompletionRequest& request, completion::CompletionListener& listener,
                                               const std::stop_token& stop) {
  Result<InpaintSetup> setup = inpaintSetup(request);
  if (!setup) return setup.failure();
  const c10::InferenceMode inference;
  return InpaintRun(request, listener, stop, *std::move(setup)).candidates();
}

Result<std::vector<Candidate>> candidatesOf(const CompletionRequest& request, completion::CompletionListener& listener,
                                            const std::stop_token& stop) {
  if (const Result<void> good = completion::checkRequest(request); !good) return good.failure();
  const diffusion::RunThreads threads(request.settings.threads);
  if (!completion::hasFittedReferences(request)) return drawnCandidates(request, listener, stop);
  return completedOnCloth(
      request, listener, [&](const CompletionRequest& clothed) { return drawnCandidates(clothed, listener, stop); }, stop);
}

}  // namespace

CompletionOutcome completeByInpainting(const CompletionRequest& request, completion::CompletionListener& listener, std::stop_token stop) {
  auto made = neural::guarded("Completing the photo", [&] { return candidatesOf(request, listener, stop); });
  diffusion::returnMemory();
  if (stop.stop_requested()) return completion::Cancelled{};
  if (!made) return made.failure();
  if (!*made) return made->failure();
  return std::move(**made);
}

}  // namespace retailor::inpaint
