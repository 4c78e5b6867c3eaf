#include "core/methods/diffusion/picture_tokens.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>

#include "core/methods/diffusion/encoder_preprocess.h"
#include "core/methods/diffusion/reference_resize.h"
#include "core/methods/diffusion/shown_reference.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;
using neural::ImagePromptProjection;

struct Encoder {
  std::shared_ptr<const neural::ClipVision> vision;
  std::shared_ptr<const ImagePromptProjection> projection;
  neural::ClipPreprocess preprocess;

  bool seesStates() const { return projection->input() == ImagePromptProjection::Input::PenultimateStates; }

  // What the projection takes of normalised pixels [n, 3, h, w].
  Tensor seen(const Tensor& pixels) const {
    const auto states = vision->forward(pixels);
    return seesStates() ? states.hidden[states.hidden.size() - 2] : states.embedding;
  }
  Tensor tokens(const Tensor& seenPicture) const { return projection->tokens(seenPicture).to(at::kCPU, at::kFloat); }
};

// Small enough to be looked through whole.
bool holdsOnlyNumbers(const weights::WeightMap& file) {
  return std::ranges::all_of(file.tensors, [](const auto& named) {
    return !weights::isFloating(named.second.element) || neural::sharedTensor(named.second).isfinite().all().template item<bool>();
  });
}

Result<Encoder> loadedEncoder(const models::ImagePromptModel& model, const weights::WeightMap& adapter, NetworkSet& networks) {
  const neural::Placement placement = networks.device().networks;
  const auto component = model.encoder.component("image_encoder", networks.device().variant());
  if (!component) return component.failure();
  networks.used("image_encoder", component->weights.file);
  networks.used("ip-adapter", model.adapter);
  if (!holdsOnlyNumbers(adapter)) return networks.damaged("ip-adapter");
  const auto vision = neural::ClipVision::load(*component, placement);
  if (!vision) return vision.failure();
  const auto projection = ImagePromptProjection::load(adapter, placement);
  if (!projection) return projection.failure();
  const auto preprocess = encoderPreprocess(networks.model(), model.encoder, (*vision)->settings());
  if (!preprocess) return preprocess.failure();
  return Encoder{*vision, *projection, *preprocess};
}

// No picture at all: an embedding of zeros, or the states of normalised pixels that are zeros.
Tensor nothingSeen(const Encoder& encoder, const Tensor& pixels, const Tensor& seen) {
  return encoder.seesStates() ? encoder.seen(at::zeros_like(pixels)) : at::zeros_like(seen);
}

PictureTokens::Set encodedSet(const Encoder& encoder, const std::vector<const completion::TaggedReference*>& references,
                              const PictureWishes& wishes) {
  PictureTokens::Set set;
  set.scale = wishes.scale * references.front()->weight;
  std::vector<Tensor> pictures;
  for (const completion::TaggedReference* reference : references)
    pictures.push_back(encoder.preprocess.pixelsOf(pixelsOf(shownReference(*reference, wishes.manner))));
  const Tensor pixels = at::cat(pictures), seen = encoder.seen(pixels);
  const std::int64_t count = seen.size(0);
  if (!wishes.guided) {
    set.conditional = encoder.tokens(seen).split(1);
    return set;
  }
  // Both branches in one product, as the reference has them.
  const auto branches = encoder.tokens(at::cat({nothingSeen(encoder, pixels, seen), seen})).split(count);
  set.unconditional = branches[0].split(1);
  set.conditional = branches[1].split(1);
  return set;
}

}  // namespace

Result<PictureTokens> pictureTokens(const models::ImagePromptModel& model, const std::vector<completion::TaggedReference>& references,
                                    const PictureWishes& wishes, NetworkSet& networks, MemoryLadder& ladder) {
  const auto adapter = weights::openWeights(model.adapter);
  if (!adapter) return adapter.failure();
  std::map<double, std::vector<const completion::TaggedReference*>> byWeight;
  for (const completion::TaggedReference& reference : references)
    if (reference.weight > 0) byWeight[reference.weight].push_back(&reference);
  const auto work = [&]() -> Result<PictureTokens> {
    const Result<Encoder> encoder = loadedEncoder(model, *adapter, networks);
    if (!encoder) return encoder.failure();
    PictureTokens tokens{*adapter, {}};
    for (const auto& [weight, group] : byWeight) tokens.sets.push_back(encodedSet(*encoder, group, wishes));
    for (const PictureTokens::Set& set : tokens.sets)
      for (const Tensor& made : set.conditional)
        if (!made.isfinite().all().item<bool>()) return networks.damaged("image_encoder");
    return tokens;
  };
  return ladder.attempt(Stage::Encoding, "Looking at the references", work, [&networks] { networks.release(); });
}

}  // namespace retailor::diffusion
