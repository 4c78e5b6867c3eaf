#include "core/methods/diffusion/network_set.h"

namespace retailor::diffusion {
namespace {

bool isSame(const neural::Placement& a, const neural::Placement& b) { return a.device == b.device && a.type == b.type; }

neural::Placement inType(neural::Placement placement, bool precise) {
  if (precise) placement.type = at::kFloat;
  return placement;
}

}  // namespace

neural::Placement NetworkSet::unetPlacement() const { return inType(device().networks, m_preciseUnet); }

neural::Placement NetworkSet::autoencoderPlacement() const { return inType(device().autoencoder, m_preciseAutoencoder); }

template <class Network>
Result<std::shared_ptr<const Network>> NetworkSet::loaded(std::shared_ptr<const Network>& kept, const char* part,
                                                          const neural::Placement& placement) {
  if (kept && isSame(kept->placement(), placement)) return kept;
  kept.reset();
  const Result<weights::Component> component = m_model.component(part, device().variant());
  if (!component) return component.failure();
  m_files[part] = component->weights.file;
  auto network = Network::load(*component, placement);
  if (network) kept = *network;
  return network;
}

Result<std::shared_ptr<const neural::ClipText>> NetworkSet::textEncoder() { return loaded(m_text, "text_encoder", device().networks); }

Result<std::shared_ptr<const neural::Autoencoder>> NetworkSet::autoencoder() {
  return loaded(m_autoencoder, "vae", autoencoderPlacement());
}

Result<std::shared_ptr<const neural::Unet>> NetworkSet::unet() { return loaded(m_unet, "unet", unetPlacement()); }

Result<std::shared_ptr<const neural::ReferenceUnet>> NetworkSet::referenceUnet() {
  const Result<weights::Component> component = m_model.component("reference_unet", device().variant());
  if (!component) return component.failure();
  m_files["reference_unet"] = component->weights.file;
  return neural::ReferenceUnet::load(*component, unetPlacement());
}

Failure NetworkSet::damaged(const std::string& part) const {
  const auto file = m_files.find(part);
  return {FailureKind::MissingWeights,
          "What the weights in " + (file == m_files.end() ? m_model.path() / part : file->second).string() +
              " compute are no numbers, even in fp32: the file is damaged. Download it again, or choose another model."};
}

void NetworkSet::makeUnetPrecise() { m_preciseUnet = true; }

void NetworkSet::makeAutoencoderPrecise() { m_preciseAutoencoder = true; }

void NetworkSet::textIsEncoded() {
  m_text.reset();  // a run encodes its words once
}

void NetworkSet::pictureIsEncoded() {
  if (!m_ladder.plan().freeBetweenStages && !m_ladder.plan().offload) return;
  m_autoencoder.reset();
  returnMemory();
}

void NetworkSet::pictureIsDrawn() {
  if (!m_ladder.plan().offload) return;
  m_unet.reset();
  returnMemory();
}

void NetworkSet::release() {
  m_text.reset();
  m_autoencoder.reset();
  m_unet.reset();
  returnMemory();
}

}  // namespace retailor::diffusion
