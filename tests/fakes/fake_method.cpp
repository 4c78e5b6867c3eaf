#include "tests/fakes/fake_method.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <new>
#include <stdexcept>

namespace retailor::fakes {
namespace {

using namespace completion;

constexpr int square = 8;  // pixels

image::Rect windowOf(const CompletionRequest& request) {
  const image::Rect photo = request.photo->pixels.bounds();
  if (request.settings.window == WindowChoice::Whole) return photo;
  if (request.settings.window == WindowChoice::Given) return request.settings.givenWindow;
  return image::intersected(image::grown(request.mask->support(), square), photo);
}

// The pattern down to `drawn` of `steps` parts of the window's height; black below.
image::Bitmap patternIn(const image::Rect& window, std::uint64_t seed, int drawn, int steps) {
  image::Bitmap picture(window.size(), 3, image::SampleType::U8);
  const auto span = picture.span<std::uint8_t>();
  const int rows = window.height * drawn / steps;
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < window.width; ++x)
      for (int c = 0; c < 3; ++c) span.pixel(x, y)[c] = FakeMethod::sampleAt(seed, window.x + x, window.y + y, c);
  return picture;
}

Candidate candidateOf(const CompletionRequest& request, std::uint64_t seed, int drawn, int steps) {
  const image::Rect window = windowOf(request);
  const image::Bitmap pattern = patternIn(window, seed, drawn, steps);
  Candidate candidate;
  candidate.window = window;
  candidate.pixels = std::make_shared<image::Bitmap>(image::withSampleType(pattern, request.photo->pixels.sampleType()));
  candidate.blend = std::make_shared<mask::Mask>(request.mask->cropped(window));
  candidate.recipe = recipeFor(request, seed);
  if (drawn < steps) candidate.recipe.settings.stopAfterStep = drawn;
  return candidate;
}

// True when the time has passed, false when a stop was requested meanwhile.
bool waited(std::chrono::milliseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, time, [] { return false; });
  return !stop.stop_requested();
}

}  // namespace

FakeMethod::FakeMethod(FakeBehaviour behaviour) : m_behaviour(std::move(behaviour)) {
  m_traits.key = m_behaviour.key;
  m_traits.title = "Fake method";
  m_traits.description = "Draws a checker in the colours of the seed, for tests.";
  m_traits.settings = {Setting::Preset, Setting::Steps, Setting::Strength, Setting::Window, Setting::Placement};
  m_traits.settings.insert(m_traits.settings.end(), m_behaviour.settings.begin(), m_behaviour.settings.end());
}

MethodReadiness FakeMethod::readiness(const ModelFolders& folders) const {
  if (m_behaviour.heard) m_behaviour.heard(folders);
  MethodReadiness readiness{m_behaviour.missing, m_behaviour.models};
  if (std::ranges::count(folders.preferred, m_behaviour.missingUntil) > 0) readiness.missing.clear();
  if (!folders.named.empty())
    std::erase_if(readiness.models, [&](const UsableModel& model) { return std::ranges::count(folders.named, model.path) == 0; });
  return readiness;
}

std::uint8_t FakeMethod::sampleAt(std::uint64_t seed, int x, int y, int channel) {
  const bool dark = (x / square + y / square) % 2 == 0;
  const auto colour = static_cast<unsigned>(seed * 40 + static_cast<unsigned>(channel) * 70 + 60) % 128;
  return static_cast<std::uint8_t>(dark ? colour : 255 - colour);
}

int FakeMethod::stepsToTake(const CompletionSettings& settings) const { return settings.steps > 0 ? settings.steps : m_behaviour.steps; }

std::optional<Failure> FakeMethod::failureAt(int step) const {
  if (step != m_behaviour.failAtStep) return std::nullopt;
  if (m_behaviour.throwsBadAlloc) throw std::bad_alloc();
  if (!m_behaviour.failure) throw std::runtime_error("the fake was told to throw");
  return m_behaviour.failure;
}

CompletionOutcome FakeMethod::complete(const CompletionRequest& request, CompletionListener& listener, std::stop_token stop) {
  if (m_behaviour.heard) m_behaviour.heard(request.modelFolders);
  const CompletionSettings& settings = request.settings;
  const int steps = stepsToTake(settings);
  std::vector<Candidate> candidates;
  for (int i = 0; i < settings.variations; ++i) {
    const std::uint64_t seed = settings.seed + static_cast<std::uint64_t>(i);
    listener.stageBegan("Drawing", 1.0 / settings.variations);
    int step = 1;
    for (; step <= steps; ++step) {
      if (!waited(m_behaviour.stepTime, stop)) return Cancelled{};
      if (auto failure = failureAt(step)) return *failure;
      listener.stepDone(step, steps, std::chrono::duration<double>(m_behaviour.stepTime).count());
      listener.previewReady(windowOf(request), patternIn(windowOf(request), seed, step, steps));
      if (listener.wantsToKeepNow() || step == settings.stopAfterStep) break;
    }
    candidates.push_back(candidateOf(request, seed, std::min(step, steps), steps));
  }
  if (m_behaviour.givesNothing) candidates.clear();
  listener.noted("The fake is done.");
  return candidates;
}

Result<PreparedInputs> FakeMethod::preparedInputs(const CompletionRequest& request, std::stop_token stop) {
  using Behind = PreparedInput::Behind;
  using Kind = PreparedInput::Kind;
  if (const Result<void> good = checkRequest(request); !good) return good.failure();
  using Sight = FakeBehaviour::Sight;
  if (m_behaviour.asked) m_behaviour.asked(Sight::Begun);
  const bool inTime = waited(m_behaviour.sightTime, stop);
  if (m_behaviour.asked) m_behaviour.asked(inTime ? Sight::Answered : Sight::GivenUp);
  PreparedInputs inputs{windowOf(request), {}, {}};
  const image::Bitmap crop = image::withSampleType(request.photo->pixels.cropped(inputs.window), image::SampleType::U8);
  const mask::Mask hole = request.mask->cropped(inputs.window);
  image::Bitmap filled = crop;
  for (int y = 0; y < hole.height(); ++y)
    for (int x = 0; x < hole.width(); ++x)
      if (hole.at(x, y) > 0) std::fill_n(filled.span<std::uint8_t>().pixel(x, y), filled.channels(), std::uint8_t{0});
  inputs.pictures = {{Kind::Crop, Behind::Window, crop},
                     {Kind::ModelMask, Behind::Mask, hole.toBitmap()},
                     {Kind::BlendMask, Behind::Mask, hole.toBitmap()},
                     {Kind::PreFill, Behind::Strength, filled}};
  for (std::size_t i = 0; i < request.references.size(); ++i)
    inputs.pictures.push_back(
        {Kind::Reference, Behind::ReferenceMask, *request.references[i].picture, i, PreparedInput::Looker::Attention});
  return inputs;
}

}  // namespace retailor::fakes
