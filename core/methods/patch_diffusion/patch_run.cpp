#include "core/methods/patch_diffusion/patch_run.h"

#include <chrono>
#include <utility>

#include "core/completion/clothed_photo.h"
#include "core/methods/patch_diffusion/fitted_cloth.h"
#include "core/methods/patch_diffusion/patch_inputs.h"
#include "core/methods/patch_diffusion/placing/request_references.h"
#include "core/methods/patch_diffusion/preview_picture.h"
#include "core/methods/patch_diffusion/request_window.h"

namespace retailor::patch_diffusion {

namespace {

constexpr int kUsualSteps = 40;  // of the standard preset; --steps scales every level's count alike

Effort effortOf(completion::Preset preset) {
  if (preset == completion::Preset::Fast) return Effort::Fast;
  return preset == completion::Preset::Quality ? Effort::Quality : Effort::Standard;
}

}  // namespace

PatchRun::PatchRun(const completion::CompletionRequest& request, completion::CompletionListener& listener, std::stop_token stop)
    : m_asked(request), m_request(request), m_listener(listener), m_crew(request.settings.threads, std::move(stop)) {}

completion::CompletionOutcome PatchRun::outcome() {
  if (const Result<void> begun = begin(); !begun) return begun.failure();
  if (m_crew.stopped()) return completion::Cancelled{};
  if (m_request.mask->isEmpty()) return drawFitted();
  const Result<PreparedTask> task = prepareTask();
  if (m_crew.stopped()) return completion::Cancelled{};
  if (!task) return task.failure();
  return drawAll(*task);
}

Result<completion::PreparedInputs> PatchRun::inputs() {
  if (const Result<void> begun = begin(); !begun) return begun.failure();
  completion::PreparedInputs inputs;
  if (!m_crew.stopped() && !m_request.mask->isEmpty()) {
    const Result<PreparedTask> task = prepareTask();
    if (!task) return task.failure();
    if (m_crew.stopped()) return inputs;
    auto crop = windowPicture(m_request, m_window);
    if (!crop) return crop.failure();
    inputs = inputsOf(task->pyramid.front(), {m_window, *std::move(crop), m_request.mask->cropped(m_window)},
                      completion::unfittedIndices(m_asked));
  }
  for (std::size_t i = 0; m_fitted && i < m_fitted->placed.size(); ++i)
    inputs.pictures.push_back(completion::preparedFit(m_fitted->placed[i]));
  return inputs;
}

Result<void> PatchRun::begin() {
  if (const Result<void> checked = completion::checkRequest(m_request); !checked) return checked;
  return completion::hasFittedReferences(m_asked) ? placeFitted() : Result<void>();
}

Result<PreparedTask> PatchRun::prepareTask() {
  const Result<image::Rect> window = windowOf(m_request);
  if (!window) return window.failure();
  m_window = *window;
  m_listener.stageBegan("Placing references", m_fitted ? 0.1 : 0.3);
  noteMissingReferences();
  Result<Plane> photo = windowPlane(m_request, m_window);
  if (!photo) return photo.failure();
  if (m_fitted) hideBehindCloth(*photo, *m_fitted, m_window);
  const std::vector<TaskReference> references = referencesOf(m_request, m_window, m_crew);
  m_clock.book("read");
  if (m_crew.stopped()) return PreparedTask{};
  return prepared(
      {std::move(*photo), m_fitted ? hiddenByCloth(*m_fitted, m_window) : Grid<std::uint8_t>()}, references, taskSettings(),
      [this](const std::string& sentence) { m_listener.noted(sentence); },
      [this](const Level& level, const Plane& picture) { show(level, picture); }, m_crew, m_clock);
}

// Fits garments, and leaves to the patches what no cloth covers.
Result<void> PatchRun::placeFitted() {
  m_listener.stageBegan("Fitting garments", 0.3);
  Result<completion::FittedReferences> fitted = completion::fittedReferences(m_asked, m_crew.stopToken());
  if (!fitted) return fitted.failure();
  for (const std::string& note : fitted->notes) m_listener.noted(note);
  m_listener.areaChosen(fitted->change);
  m_fitted = std::move(*fitted);
  m_request = completion::unfittedPart(m_asked, m_fitted->rest);
  m_clock.book("fit garments");
  return {};
}

// Cloth covers all there was: nothing to draw, and every seed gives the same.
completion::CompletionOutcome PatchRun::drawFitted() {
  std::vector<completion::Candidate> candidates;
  for (int i = 0; i < std::max(1, m_asked.settings.variations); ++i) {
    Result<completion::Candidate> candidate = fittedCandidate(m_asked, *m_fitted, {}, Plane());
    if (!candidate) return candidate.failure();
    candidate->recipe = completion::recipeFor(m_asked, m_asked.settings.seed + static_cast<std::uint64_t>(i));
    candidates.push_back(std::move(*candidate));
  }
  return candidates;
}

Result<completion::Candidate> PatchRun::candidateFor(const Plane& picture) const {
  return m_fitted ? fittedCandidate(m_asked, *m_fitted, m_window, picture) : candidateOf(m_request, m_window, picture);
}

completion::CompletionOutcome PatchRun::drawAll(const PreparedTask& task) {
  std::vector<completion::Candidate> candidates;
  const int variations = std::max(1, m_request.settings.variations);
  for (int i = 0; i < variations; ++i) {
    if (m_crew.stopped()) return completion::Cancelled{};
    m_listener.stageBegan("Drawing", 0.7 / variations);
    Result<completion::Candidate> candidate = draw(task, m_request.settings.seed + static_cast<std::uint64_t>(i));
    if (m_crew.stopped()) return completion::Cancelled{};
    if (!candidate) return candidate.failure();
    candidates.push_back(std::move(*candidate));
    if (m_keptAfter > 0) break;
  }
  return candidates;
}

Result<completion::Candidate> PatchRun::draw(const PreparedTask& task, std::uint64_t seed) {
  auto began = std::chrono::steady_clock::now();
  const auto heard = [&](const StepReport& report) {
    const auto now = std::chrono::steady_clock::now();
    m_listener.stepDone(report.step, report.steps, std::chrono::duration<double>(now - std::exchange(began, now)).count());
    return hear(report);
  };
  const Plane picture = denoisePyramid(task.pyramid, task.rules, denoiseSettings(task, seed), heard, m_crew, m_clock);
  if (m_crew.stopped()) return completion::Candidate{};
  Result<completion::Candidate> candidate = candidateFor(picture);
  if (candidate) {
    candidate->recipe = completion::recipeFor(m_asked, seed);
    if (m_keptAfter > 0) candidate->recipe.settings.stopAfterStep = m_keptAfter;
  }
  m_clock.book("composite");
  return candidate;
}

bool PatchRun::hear(const StepReport& report) {
  show(report.level, report.estimate);
  m_clock.book("preview");
  const bool enough = report.step == m_request.settings.stopAfterStep || (report.step < report.steps && m_listener.wantsToKeepNow());
  if (enough) m_keptAfter = report.step;
  return !enough;
}

void PatchRun::show(const Level& level, const Plane& estimate) {
  image::Bitmap preview = previewPicture(level, estimate);
  if (m_fitted) layCloth(preview, *m_fitted, m_window);
  m_listener.previewReady(m_window, std::move(preview));
}

DenoiseSettings PatchRun::denoiseSettings(const PreparedTask& task, std::uint64_t seed) const {
  const completion::CompletionSettings& asked = m_request.settings;
  PlanWishes wishes{.effort = effortOf(asked.preset), .stepScale = 1, .noiseScale = static_cast<float>(asked.strength)};
  if (asked.steps > 0) wishes.stepScale = static_cast<float>(asked.steps) / kUsualSteps;
  return {
      .plans = plansFor(static_cast<int>(task.pyramid.size()), task.extraFine, wishes), .seed = seed, .membraneLimit = task.membraneLimit};
}

TaskSettings PatchRun::taskSettings() const {
  const completion::CompletionSettings& asked = m_request.settings;
  TaskSettings settings{
      .refinePlacement = asked.refinePlacement, .keepReferenceColour = asked.keepReferenceColour, .stayInPlace = asked.stayInPlace};
  if (asked.workingSize.width > 0 && asked.workingSize.height > 0)
    settings.workingSide = std::min(asked.workingSize.width, asked.workingSize.height);
  return settings;
}

void PatchRun::noteMissingReferences() {
  if (m_asked.references.empty()) m_listener.noted("No reference: texture fill, fine for plain or textured backgrounds.");
}

}  // namespace retailor::patch_diffusion
