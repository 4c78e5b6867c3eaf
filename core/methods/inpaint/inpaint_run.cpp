#include "core/methods/inpaint/inpaint_run.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <future>

#include "core/completion/fitted_references.h"
#include "core/methods/diffusion/chosen_loras.h"
#include "core/methods/diffusion/depth_channels.h"
#include "core/methods/diffusion/finished_candidate.h"
#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/pose_map.h"
#include "core/methods/diffusion/run_preview.h"
#include "core/methods/diffusion/run_threads.h"
#include "core/methods/diffusion/run_trace.h"
#include "core/methods/diffusion/weight_hashes.h"
#include "core/methods/inpaint/inpaint_drawing.h"
#include "core/methods/inpaint/inpaint_on_cloth.h"
#include "core/methods/inpaint/picture_below.h"
#include "core/methods/inpaint/read_references.h"
#include "core/methods/models/companion_models.h"
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
  InpaintRun(const CompletionRequest& request, completion::CompletionListener& listener, std::stop_token stop, InpaintSetup setup,
             diffusion::KeptReferences& kept)
      : m_request(request),
        m_listener(listener),
        m_stop(std::move(stop)),
        m_setup(std::move(setup)),
        m_kept(kept),
        m_ladder({request.settings.allowSmallerWindow && m_setup.manner == diffusion::Manner::Product, m_setup.device.onGpu(),
                  m_setup.guidance.needed()},
                 m_say, [this] { m_kept.clear(); }),
        m_networks(m_setup.model.folder, m_setup.device, m_ladder),
        m_trace(request.traceFile) {}

  // Begins again for as long as memory made the window smaller.
  Result<std::vector<Candidate>> candidates() {
    if (m_setup.model.manifest.mark == models::BundleManifest::Mark::AttentionList) m_networks.attendBy("attention");
    if (const Result<void> there = m_networks.requireFiles(m_setup.model.manifest.parts); !there) return there.failure();
    if (const auto& slots = m_setup.model.manifest.imageSlots)
      if (const auto there = m_setup.model.folder.file(slots->file); !there) return there.failure();
    const auto loras = diffusion::chosenLoras(m_request, m_networks, m_say);
    if (!loras) return loras.failure();
    m_networks.changeBy(*loras, m_request.settings.loras);
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
    if (window->hole.min().item<float>() > 0)
      m_say("All of the window is masked: it is drawn anew, and nothing of the photo is kept in it.");
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

  Result<WindowPicture> preparedWindow() const {
    if (m_stop.stop_requested()) return stopped;
    return runWindow(m_request, m_setup, m_ladder.restarts());
  }

  Result<KnownLatents> knownOf(const WindowPicture& window) {
    const models::BundleManifest& bundle = m_setup.model.manifest;
    const Result<Tensor> below = belowOf(window);
    if (!below) return below.failure();
    const AlsoKnown also{m_setup.keepsKnown() || m_setup.first > 0, bundle.holeShade(), *below};
    Result<KnownLatents> known = knownLatents(window, also, m_networks, m_ladder, m_say);
    if (!known || !bundle.sees(models::InputChannels::Depth)) return known;
    const Result<Tensor> depth = diffusion::depthChannels(window.window.workingSize, m_networks, m_ladder, m_say);
    if (!depth) return depth.failure();
    known->depth = *depth;
    return known;
  }

  // [1, 3, H, W]; undefined for models without such a canvas.
  Result<Tensor> belowOf(const WindowPicture& window) {
    if (!m_setup.model.manifest.stacksReference()) return Tensor();
    const Result<PictureBelow> below = pictureBelow(m_request, m_setup, window.window.workingSize);
    if (!below) return below.failure();
    if (!below->isOnly) m_say("This model draws one garment: the first is taken, the other references are left out.");
    return diffusion::pictureTensor(below->picture);
  }

  // Words and references become tokens.
  Result<void> readWishes(const WindowPicture& window) {
    diffusion::ReferencesOfRun references(m_kept);
    const RunSoFar soFar{m_request, m_setup, window, m_networks, m_ladder, m_say, references};
    if (m_stop.stop_requested()) return stopped;
    auto words = readCondition(soFar);
    if (!words) return words.failure();
    m_words = *std::move(words);
    if (m_words.conditional.defined()) m_trace.keep("prompt_embeds", m_words.conditional);
    if (m_words.unconditional.defined()) m_trace.keep("negative_prompt_embeds", m_words.unconditional);
    if (m_stop.stop_requested()) return stopped;
    auto pictures = readReferences(soFar, m_words);
    if (!pictures) return pictures.failure();
    m_pictures = *std::move(pictures);
    tellReferences(references);
    return readPose(window);
  }

  Result<void> readPose(const WindowPicture& window) {
    const std::string& part = m_setup.model.manifest.poseGuider;
    if (part.empty() && m_request.pose.picture) m_say("This model takes no pose: the pose picture is left out.");
    if (part.empty() || m_stop.stop_requested()) return {};
    const auto pose = diffusion::poseMap(m_request, window.window, part, m_networks, m_ladder);
    if (!pose) return pose.failure();
    m_pictures.poseMap = *pose;
    return {};
  }

  void tellReferences(const diffusion::ReferencesOfRun& read) {
    if (read.cached() + read.encoded() == 0) return;
    const std::string cached = read.cached() > 0 ? std::to_string(read.cached()) + " cached" : "";
    const std::string encoded = read.encoded() > 0 ? std::to_string(read.encoded()) + " encoded" : "";
    m_listener.noted("References: " + cached + (cached.empty() || encoded.empty() ? "" : ", ") + encoded + ".");
    m_listener.referencesRead(read.cached(), read.encoded());
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
    if (m_pictures.regions && isLast(variation)) m_pictures.regions->forget();
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
  diffusion::KeptReferences& m_kept;
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
                                               const std::stop_token& stop, diffusion::KeptReferences& kept) {
  Result<InpaintSetup> setup = inpaintSetup(request);
  if (!setup) return setup.failure();
  const c10::InferenceMode inference;
  return InpaintRun(request, listener, stop, *std::move(setup), kept).candidates();
}

Result<std::vector<Candidate>> candidatesOf(const CompletionRequest& request, completion::CompletionListener& listener,
                                            const std::stop_token& stop, diffusion::KeptReferences& kept) {
  if (const Result<void> good = completion::checkRequest(request); !good) return good.failure();
  const diffusion::RunThreads threads(request.settings.threads);
  if (!completion::hasFittedReferences(request)) return drawnCandidates(request, listener, stop, kept);
  return completedOnCloth(
      request, listener, [&](const CompletionRequest& clothed) { return drawnCandidates(clothed, listener, stop, kept); }, stop);
}

}  // namespace

CompletionOutcome completeByInpainting(const CompletionRequest& request, completion::CompletionListener& listener, std::stop_token stop,
                                       diffusion::KeptReferences& kept) {
  auto made = neural::guarded("Completing the photo", [&] { return candidatesOf(request, listener, stop, kept); });
  diffusion::returnMemory();
  if (stop.stop_requested()) return completion::Cancelled{};
  if (!made) return made.failure();
  if (!*made) return made->failure();
  return std::move(**made);
}

CompletionOutcome completeByInpainting(const CompletionRequest& request, completion::CompletionListener& listener, std::stop_token stop) {
  static diffusion::KeptReferences kept;
  return completeByInpainting(request, listener, std::move(stop), kept);
}

}  // namespace retailor::inpaint
