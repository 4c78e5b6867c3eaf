#include "core/methods/diffusion/network_set.h"

#include "core/methods/diffusion/content_key.h"
#include "core/neural/weights/folder/attention_list.h"
#include "core/neural/weights/folder/unlike_shapes.h"
#include "core/neural/weights/refusal.h"

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

neural::Placement NetworkSet::placementOf(const std::string& part) const {
  if (part == "vae") return autoencoderPlacement();
  return part == "unet" || part == "reference_unet" ? unetPlacement() : device().networks;
}

void NetworkSet::changeBy(neural::MergedLoras loras, const std::vector<completion::LoraChoice>& choices) {
  m_loras = std::move(loras);
  m_loraKey.clear();
  for (std::size_t i = 0; i < choices.size(); ++i)
    m_loraKey += keyOf({keyOf(m_files["lora-" + std::to_string(i + 1)]), keyOf(choices[i].scale)});
}

// Other self-attention makes the U-Net another network, whatever its own file says.
Result<std::string> NetworkSet::identityOf(const std::string& part) {
  const Result<weights::Component> component = partOf(part);
  if (!component) return component.failure();
  m_files[part] = component->weights.file;
  return keyOf({part, keyOf(*component, placementOf(part)), m_loraKey, hasOtherAttention(part) ? keyOf(m_files[m_attention]) : ""});
}

Result<weights::Component> NetworkSet::withOtherAttention(weights::Component unet) {
  const Result<weights::Component> attention = m_model.component(m_attention, device().variant());
  if (!attention) return attention.failure();
  Result<weights::WeightMap> changed = weights::withAttentionList(unet.weights, attention->weights);
  if (!changed) return changed.failure();
  m_files[m_attention] = attention->weights.file;
  unet.weights = *std::move(changed);
  return unet;
}

Result<weights::Component> NetworkSet::partOf(const std::string& name) {
  Result<weights::Component> component = m_model.component(name, device().variant());
  return component && hasOtherAttention(name) ? withOtherAttention(*std::move(component)) : component;
}

Result<void> NetworkSet::requireFiles(const std::vector<std::string>& parts) {
  for (const std::string& part : parts) {
    if (part == "tokenizer" || part == "scheduler") continue;  // these have no weights
    const Result<weights::Component> component = partOf(part);
    if (!component) return component.failure();
    if (const std::string unlike = weights::unlikeShapes(component->weights); !unlike.empty())
      return weights::refused(component->weights.file, unlike);
  }
  return {};
}

template <class Network, class... Change>
Result<std::shared_ptr<const Network>> NetworkSet::loaded(std::shared_ptr<const Network>& kept, const char* part,
                                                          const neural::Placement& placement, const Change&... change) {
  if (kept && isSame(kept->placement(), placement)) return kept;
  kept.reset();
  const Result<weights::Component> component = partOf(part);
  if (!component) return component.failure();
  m_files[part] = component->weights.file;
  auto network = Network::load(*component, placement, change...);
  if (network) kept = *network;
  return network;
}

Result<std::shared_ptr<const neural::ClipText>> NetworkSet::textEncoder() {
  return loaded(m_text, "text_encoder", device().networks, m_loras.changeOf("text_encoder"));
}

Result<std::shared_ptr<const neural::Autoencoder>> NetworkSet::autoencoder() {
  return loaded(m_autoencoder, "vae", autoencoderPlacement());
}

Result<std::shared_ptr<const neural::Unet>> NetworkSet::unet() { return loaded(m_unet, "unet", unetPlacement(), m_loras.changeOf("unet")); }

Result<std::shared_ptr<const neural::ReferenceUnet>> NetworkSet::referenceUnet() {
  const Result<weights::Component> component = m_model.component("reference_unet", device().variant());
  if (!component) return component.failure();
  m_files["reference_unet"] = component->weights.file;
  return neural::ReferenceUnet::load(*component, unetPlacement());
}

Failure NetworkSet::damaged(const std::string& part) const {
  if (const auto lora = m_files.find("lora-1"); lora != m_files.end())
    return {FailureKind::MissingWeights, "With the LoRAs, " + lora->second.string() +
                                             " first, what the networks compute are no numbers: lower their scales, or leave them out."};
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

// The processor has no memory to spare for it, and time to load it again.
void NetworkSet::pictureIsEncoded() {
  if (device().onGpu() && !m_ladder.plan().freeBetweenStages && !m_ladder.plan().offload) return;
  m_autoencoder.reset();
  returnMemory();
}

void NetworkSet::pictureIsDrawn(bool isLast) {
  if (!isLast && !m_ladder.plan().offload) return;
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
