#include "core/methods/diffusion/picture_tokens.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>

#include "core/methods/diffusion/content_key.h"
#include "core/methods/diffusion/encoder_pixels.h"
#include "core/neural/models/clip_vision.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;
using neural::ImagePromptProjection;

// Small enough to be looked through whole.
bool holdsOnlyNumbers(const weights::WeightMap& file) {
  return std::ranges::all_of(file.tensors, [](const auto& named) {
    return !weights::isFloating(named.second.element) || neural::sharedTensor(named.second).isfinite().all().template item<bool>();
  });
}

// The image encoder with the adapter's projection behind it; both are loaded when the first picture has to be looked at.
class Encoder {
 public:
  Encoder(const weights::Component& component, const weights::WeightMap& adapter, const NetworkSet& networks)
      : m_component(component), m_adapter(adapter), m_networks(networks) {}

  // The tokens of normalised pixels [1, 3, h, w]; guided: then those of no picture. Both branches in one product, as the reference has
  // them.
  Result<KeptReferences::Tensors> tokens(const Tensor& pixels, bool guided) {
    if (const Result<void> loaded = load(); !loaded) return loaded.failure();
    const Tensor seen = seenOf(pixels);
    KeptReferences::Tensors made{projected(seen)};
    if (guided) {
      const auto branches = projected(at::cat({nothing(pixels, seen), seen})).split(1);
      made = {branches[1], branches[0]};
    }
    return made[0].isfinite().all().item<bool>() ? Result<KeptReferences::Tensors>(made) : m_networks.damaged("image_encoder");
  }

 private:
  Result<void> load() {
    if (m_projection) return {};
    const neural::Placement placement = m_networks.device().networks;
    const auto vision = neural::ClipVision::load(m_component, placement);
    if (!vision) return vision.failure();
    const auto projection = ImagePromptProjection::load(m_adapter, placement);
    if (!projection) return projection.failure();
    m_vision = *vision;
    m_projection = *projection;
    return {};
  }

  bool seesStates() const { return m_projection->input() == ImagePromptProjection::Input::PenultimateStates; }

  Tensor seenOf(const Tensor& pixels) const {
    const auto states = m_vision->forward(pixels);
    return seesStates() ? states.hidden[states.hidden.size() - 2] : states.embedding;
  }
  // No picture at all: an embedding of zeros, or the states of normalised pixels that are zeros.
  Tensor nothing(const Tensor& pixels, const Tensor& seen) {
    if (!m_nothing.defined()) m_nothing = seesStates() ? seenOf(at::zeros_like(pixels)) : at::zeros_like(seen);
    return m_nothing;
  }
  Tensor projected(const Tensor& seen) const { return m_projection->tokens(seen).to(at::kCPU, at::kFloat); }

  const weights::Component& m_component;
  const weights::WeightMap& m_adapter;
  const NetworkSet& m_networks;
  std::shared_ptr<const neural::ClipVision> m_vision;
  std::shared_ptr<const ImagePromptProjection> m_projection;
  Tensor m_nothing;
};

// The sets of one run.
class ShownPictures {
 public:
  ShownPictures(const models::ImagePromptModel& model, const PictureWishes& wishes, NetworkSet& networks, ReferencesOfRun& known)
      : m_model(model), m_wishes(wishes), m_networks(networks), m_known(known) {}

  Result<PictureTokens> tokens(const std::vector<completion::TaggedReference>& references, const weights::WeightMap& adapter) {
    const auto component = m_model.encoder.component("image_encoder", m_networks.device().variant());
    if (!component) return component.failure();
    m_networks.used("image_encoder", component->weights.file);
    m_networks.used("ip-adapter", m_model.adapter);
    if (!holdsOnlyNumbers(adapter)) return m_networks.damaged("ip-adapter");
    m_identity =
        keyOf({"image-prompt", keyOf(*component, m_networks.device().networks), keyOf(m_model.adapter), m_wishes.guided ? "2" : "1"});
    Encoder encoder(*component, adapter, m_networks);
    std::map<double, PictureTokens::Set> byWeight;
    for (std::size_t i = 0; i < references.size(); ++i)
      if (references[i].weight > 0)
        if (const Result<void> added = add(i, references[i], encoder, byWeight[references[i].weight]); !added) return added.failure();
    PictureTokens tokens{adapter, {}};
    for (auto& [weight, set] : byWeight) {
      set.scale = m_wishes.scale * weight;
      tokens.sets.push_back(std::move(set));
    }
    return tokens;
  }

 private:
  Result<void> add(std::size_t index, const completion::TaggedReference& reference, Encoder& encoder, PictureTokens::Set& set) {
    const auto seen = encoderPixels(reference, m_wishes.manner, m_networks.model(), m_model.encoder);
    if (!seen) return seen.failure();
    const auto tokens = m_known.of(index, keyOf({m_identity, keyOf(seen->pixels)}), [&] {
      ++m_known.kept().work().pictures;
      return encoder.tokens(seen->pixels, m_wishes.guided);
    });
    if (!tokens) return tokens.failure();
    set.conditional.push_back(tokens->at(0));
    if (m_wishes.guided) set.unconditional.push_back(tokens->at(1));
    return {};
  }

  const models::ImagePromptModel& m_model;
  const PictureWishes& m_wishes;
  NetworkSet& m_networks;
  ReferencesOfRun& m_known;
  std::string m_identity;  // of all that encodes
};

}  // namespace

Result<PictureTokens> pictureTokens(const models::ImagePromptModel& model, const std::vector<completion::TaggedReference>& references,
                                    const PictureWishes& wishes, NetworkSet& networks, MemoryLadder& ladder, ReferencesOfRun& known) {
  const auto adapter = weights::openWeights(model.adapter);
  if (!adapter) return adapter.failure();
  const auto work = [&] { return ShownPictures(model, wishes, networks, known).tokens(references, *adapter); };
  return ladder.attempt(Stage::Encoding, "Looking at the references", work, [&networks] { networks.release(); });
}

}  // namespace retailor::diffusion
