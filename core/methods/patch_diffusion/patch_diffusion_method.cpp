#include "core/methods/patch_diffusion/patch_diffusion_method.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>
#include <utility>

#include "core/methods/patch_diffusion/patch_run.h"

namespace retailor::methods {

completion::CompletionOutcome PatchDiffusionMethod::complete(const completion::CompletionRequest& request,
                                                             completion::CompletionListener& listener, std::stop_token stop) {
  try {
    return patch_diffusion::PatchRun(request, listener, std::move(stop)).outcome();
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "The built-in method ran out of memory: mask a smaller part, or close other programs."};
  } catch (const std::exception& error) {
    return Failure{FailureKind::Internal, std::string("The built-in method failed: ") + error.what()};
  }
}

namespace {

// Hears what a run says before it draws; its first preview is what it begins with.
class FirstPicture final : public completion::CompletionListener {
 public:
  void stageBegan(const std::string& /*name*/, double /*weight*/) override {}
  void stepDone(int /*step*/, int /*steps*/, double /*seconds*/) override {}
  void previewReady(const image::Rect& /*window*/, image::Bitmap picture) override {
    if (m_picture.empty()) m_picture = std::move(picture);
  }
  void noted(const std::string& sentence) override { m_notes.push_back(sentence); }

  void addTo(completion::PreparedInputs& inputs) {
    using enum completion::PreparedInput::Kind;
    inputs.notes = std::move(m_notes);
    if (m_picture.empty()) return;
    const auto references = std::ranges::find(inputs.pictures, Reference, &completion::PreparedInput::kind);
    inputs.pictures.insert(references, {PreFill, completion::PreparedInput::Behind::Strength, std::move(m_picture)});
  }

 private:
  image::Bitmap m_picture;
  std::vector<std::string> m_notes;
};

Result<completion::PreparedInputs> inputsOfRun(const completion::CompletionRequest& request, std::stop_token stop) {
  FirstPicture heard;
  Result<completion::PreparedInputs> inputs = patch_diffusion::PatchRun(request, heard, std::move(stop)).inputs();
  if (inputs) heard.addTo(*inputs);
  return inputs;
}

}  // namespace

Result<completion::PreparedInputs> PatchDiffusionMethod::preparedInputs(const completion::CompletionRequest& request,
                                                                        std::stop_token stop) {
  try {
    return inputsOfRun(request, std::move(stop));
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to show what the method sees: mask a smaller part."};
  } catch (const std::exception& error) {
    return Failure{FailureKind::Internal, std::string("What the method sees cannot be shown: ") + error.what()};
  }
}

completion::MethodReadiness PatchDiffusionMethod::readiness(const completion::ModelFolders&) const { return {}; }

const completion::MethodTraits& PatchDiffusionMethod::traits() const {
  using enum completion::Setting;
  static const completion::MethodTraits traits{
      .key = "patch-diffusion",
      .title = "Built-in patch engine (no model needed)",
      .description = "Copies and blends patches of the photo and of what the references show; it knows nothing about people.",
      .settings = {Preset, Steps, Strength, StayInPlace, KeepReferenceColour, Placement, Window, WorkingSize},
      .maxReferences = 0,
      .fitsGarments = true,
  };
  return traits;
}

}  // namespace retailor::methods
