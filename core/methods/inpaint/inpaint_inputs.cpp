#include "core/methods/inpaint/inpaint_inputs.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

#include "core/completion/clothed_photo.h"
#include "core/methods/diffusion/encoder_pixels.h"
#include "core/methods/diffusion/finished_candidate.h"
#include "core/methods/diffusion/shown_reference.h"
#include "core/methods/inpaint/heeded_references.h"
#include "core/methods/inpaint/inpaint_on_cloth.h"
#include "core/methods/inpaint/picture_below.h"
#include "core/methods/inpaint/read_references.h"

namespace retailor::inpaint {
namespace {

using completion::CompletionRequest;
using completion::PreparedInput;
using completion::PreparedInputs;
using completion::TaggedReference;
using Kind = PreparedInput::Kind;
using Behind = PreparedInput::Behind;
using Looker = PreparedInput::Looker;

class InputsOfRun {
 public:
  // `indices`: the references that count, as the user numbers them.
  InputsOfRun(const CompletionRequest& request, const InpaintSetup& setup, std::vector<std::size_t> indices)
      : m_request(request), m_setup(setup), m_indices(std::move(indices)) {}

  Result<PreparedInputs> all() {
    const auto window = runWindow(m_request, m_setup, 0);
    if (!window) return window.failure();
    m_inputs.window = window->window.rect;
    addWindow(*window);
    if (const Result<void> added = addReferences(window->window.workingSize); !added) return added.failure();
    return std::move(m_inputs);
  }

 private:
  void addWindow(const diffusion::WindowPicture& window) {
    const diffusion::Blend blend = diffusion::blendOf(m_request, window.window, m_setup.manner);
    mask::Mask whole(window.window.rect.size());
    whole.paste(blend.mask, blend.changed.x - window.window.rect.x, blend.changed.y - window.window.rect.y);
    // A run at less than full strength begins with the photo as it is, under noise.
    const at::Tensor begun = m_setup.first > 0 ? window.picture : diffusion::withoutHole(window, m_setup.model.manifest.holeShade());
    const bool asked = m_request.settings.workingSize != image::Size{};
    m_inputs.pictures.push_back({Kind::Crop, asked ? Behind::WorkingSize : Behind::Window, window.shown});
    m_inputs.pictures.push_back({Kind::ModelMask, Behind::Mask, window.holeMask.toBitmap()});
    m_inputs.pictures.push_back({Kind::BlendMask, Behind::Mask, whole.toBitmap()});
    m_inputs.pictures.push_back({Kind::PreFill, Behind::Strength, diffusion::pictureOf(begun)});
  }

  Result<void> addReferences(image::Size workingSize) {
    if (m_setup.model.manifest.stacksReference()) return addBelow(workingSize);
    const ReferenceLookers lookers = lookersAt(m_request, m_setup);
    std::size_t number = 0;
    for (const TaggedReference& reference : m_request.references) {
      if (!counts(reference)) continue;
      const std::size_t index = m_indices.at(number++);
      if (lookers.attention) addForAttention(reference, index, workingSize);
      if (lookers.slots)
        if (const Result<void> added = addForSlot(reference, index); !added) return added;
      if (lookers.imagePrompt)
        if (const Result<void> added = addForPrompt(reference, index, lookers.imagePrompt->encoder); !added) return added;
      if (const Result<void> added = addForCondition(reference, index, number == 1, workingSize); !added) return added;
    }
    return {};
  }

  Result<void> addBelow(image::Size workingSize) {
    auto below = pictureBelow(m_request, m_setup, workingSize);
    if (!below) return below.failure();
    const auto first = m_request.references.begin();
    const auto before = std::count_if(first, first + static_cast<std::ptrdiff_t>(below->reference), counts);
    add(std::move(below->picture), m_indices.at(static_cast<std::size_t>(before)), Looker::Canvas);
    return {};
  }

  void addForAttention(const TaggedReference& reference, std::size_t index, image::Size workingSize) {
    const diffusion::RegionPicture seen = heededPicture(reference, m_setup, workingSize);
    image::Bitmap picture = diffusion::pictureOf(seen.picture);
    if (seen.mask.defined()) picture = completion::withAlpha(picture, coverageOf(seen.mask));
    add(std::move(picture), index, Looker::Attention);
  }

  static mask::Mask coverageOf(const at::Tensor& counted) {
    const image::Size size{static_cast<int>(counted.size(1)), static_cast<int>(counted.size(0))};
    mask::Mask coverage(size);
    const at::Tensor bytes = (counted * 255).round().to(at::kByte).contiguous();
    for (int y = 0; y < size.height; ++y) std::copy_n(bytes.data_ptr<std::uint8_t>() + y * size.width, size.width, coverage.row(y));
    return coverage;
  }

  Result<void> addForPrompt(const TaggedReference& reference, std::size_t index, const weights::ModelFolder& encoder) {
    return addForEncoder(diffusion::shownReference(reference, m_setup.manner), index, encoder);
  }

  Result<void> addForSlot(const TaggedReference& reference, std::size_t index) {
    const TaggedReference seen = heeded(reference, *m_setup.model.manifest.references);
    return addForEncoder(diffusion::shownOnWhite(seen, m_setup.manner), index, m_setup.model.folder);
  }

  // Where cross-attention looks at references in place of words.
  Result<void> addForCondition(const TaggedReference& reference, std::size_t index, bool isFirst, image::Size workingSize) {
    using enum models::BundleManifest::Condition;
    const auto condition = m_setup.model.manifest.condition;
    if (condition == Example && isFirst) return addForPrompt(reference, index, m_setup.model.folder);
    if (condition != States) return {};
    return addForEncoder(shownWhole(reference, m_setup, workingSize), index, m_setup.model.folder);
  }

  Result<void> addForEncoder(const image::Bitmap& shown, std::size_t index, const weights::ModelFolder& encoder) {
    const auto seen = diffusion::encoderPixels(shown, m_setup.model.folder, encoder);
    if (!seen) return seen.failure();
    add(diffusion::shownPixels(*seen), index, Looker::ImageEncoder);
    return {};
  }

  void add(image::Bitmap picture, std::size_t index, Looker looker) {
    m_inputs.pictures.push_back({Kind::Reference, Behind::ReferenceMask, std::move(picture), index, looker});
  }

  const CompletionRequest& m_request;
  const InpaintSetup& m_setup;
  std::vector<std::size_t> m_indices;
  PreparedInputs m_inputs;
};

Result<PreparedInputs> inputsOf(const CompletionRequest& request, std::vector<std::size_t> indices) {
  const Result<InpaintSetup> setup = inpaintSetup(request);
  if (!setup) return setup.failure();
  return InputsOfRun(request, *setup, std::move(indices)).all();
}

Result<PreparedInputs> inputsOnCloth(const CompletionRequest& request, const std::stop_token& stop) {
  const auto fitted = completion::fittedReferences(request, stop);
  if (!fitted) return fitted.failure();
  if (stop.stop_requested()) return PreparedInputs{};
  const Result<CompletionRequest> left = requestOnCloth(request, *fitted);
  if (!left) return left.failure();
  Result<PreparedInputs> inputs = PreparedInputs{};
  if (!left->mask->isEmpty()) inputs = inputsOf(*left, completion::unfittedIndices(request));
  if (!inputs) return inputs;
  if (left->mask->isEmpty()) inputs->notes.emplace_back("The fitted garments cover all that changes: nothing is left to draw.");
  inputs->notes.insert(inputs->notes.end(), fitted->notes.begin(), fitted->notes.end());
  for (const auto& placed : fitted->placed) inputs->pictures.push_back(completion::preparedFit(placed));
  return inputs;
}

Result<PreparedInputs> checkedInputs(const CompletionRequest& request, const std::stop_token& stop) {
  if (const Result<void> good = completion::checkRequest(request); !good) return good.failure();
  const c10::InferenceMode inference;
  if (completion::hasFittedReferences(request)) return inputsOnCloth(request, stop);
  return inputsOf(request, completion::unfittedIndices(request));
}

}  // namespace

Result<PreparedInputs> inputsForInpainting(const CompletionRequest& request, std::stop_token stop) {
  auto made = neural::guarded("Preparing what the method sees", [&] { return checkedInputs(request, stop); });
  if (!made) return made.failure();
  return *std::move(made);
}

}  // namespace retailor::inpaint
