#include "core/methods/diffusion/region_references.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

#include "core/methods/diffusion/content_key.h"
#include "core/neural/sampling/noise_schedule.h"
#include "core/neural/sampling/noise_source.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;
using neural::ReferenceUnet;

constexpr std::int64_t inpaintingChannels = 9;

std::vector<Tensor> noiseFor(const std::vector<SeenReference>& references) {
  std::vector<Tensor> all;
  for (std::size_t k = 0; k < references.size(); ++k) {
    neural::SeededNoise source(k);
    all.push_back(source.draw("reference." + std::to_string(k), references[k].shown.latent.sizes()).value());
  }
  return all;
}

constexpr std::size_t perLayer = 3;  // keys, values, shift

KeptReferences::Tensors tensorsOf(const neural::EncodedReference& reference) {
  KeptReferences::Tensors all;
  for (const neural::ReferenceTokens& layer : reference.layers) all.insert(all.end(), {layer.keys, layer.values, layer.shift});
  return all;
}

neural::EncodedReference encodedFrom(const KeptReferences::Tensors& tensors, const neural::Placement& placement) {
  neural::EncodedReference reference{std::vector<neural::ReferenceTokens>(tensors.size() / perLayer)};
  const auto there = [&placement](const Tensor& tensor) { return tensor.defined() ? tensor.to(placement.device) : Tensor(); };
  for (std::size_t i = 0; i < reference.layers.size(); ++i) {
    reference.layers[i].keys = there(tensors[i * perLayer]);
    reference.layers[i].values = there(tensors[i * perLayer + 1]);
    reference.layers[i].shift = there(tensors[i * perLayer + 2]);
  }
  return reference;
}

}  // namespace

RegionReferences::RegionReferences(std::vector<SeenReference> references, const RegionManner& manner, const neural::SchedulerConfig& noise,
                                   NetworkSet& networks, KeptReferences& kept)
    : m_references(std::move(references)),
      m_manner(manner),
      m_cumulative(neural::noiseSchedule(noise).cumulative),
      m_networks(networks),
      m_kept(kept) {
  if (!manner.trained) m_noise = noiseFor(m_references);
}

Result<std::string> RegionReferences::keyFor(const std::string& content, const RegionManner& manner, NetworkSet& networks) {
  const Result<std::string> looking = networks.identityOf("reference_unet"), drawing = networks.identityOf("unet");
  if (!looking) return looking;
  if (!drawing) return drawing;
  const bool zeroes = manner.policy.masked == neural::MaskedTokens::Zero;
  const bool every = manner.policy.blocks == neural::ReadingPolicy::Blocks::Every;
  return keyOf({"region", content, *looking, *drawing, zeroes ? "zero" : "drop", every ? "every" : "midup"});
}

void RegionReferences::forget() {
  m_encoded.clear();
  m_looking.reset();
  m_unet.reset();
}

Tensor RegionReferences::noisy(std::size_t k, const neural::Unet& unet, const Tensor& timestep) const {
  const Tensor& clean = m_references[k].shown.latent;
  const auto time = static_cast<std::int64_t>(std::llround(timestep.item<double>()));
  const Tensor left = m_cumulative[std::clamp<std::int64_t>(time, 0, m_cumulative.size(0) - 1)];
  const Tensor noisy = left.sqrt() * clean + (1 - left).sqrt() * m_noise[k];
  if (unet.settings().in != inpaintingChannels) return noisy;
  return at::cat({noisy, at::zeros({1, 1, clean.size(2), clean.size(3)}), clean}, 1);  // nothing of it is a hole
}

Result<std::shared_ptr<const ReferenceUnet>> RegionReferences::looking(const std::shared_ptr<const neural::Unet>& unet) {
  if (!m_manner.trained) return std::make_shared<const ReferenceUnet>(unet);
  if (m_looking) return m_looking;
  auto loaded = m_networks.referenceUnet();
  if (loaded && m_manner.everyStep) m_looking = *loaded;
  return loaded;
}

// Loads the network that looks, where it is one of its own.
Result<neural::ReferenceReader*> RegionReferences::reader(const std::shared_ptr<const neural::Unet>& unet) {
  if (m_reader) return &*m_reader;
  auto network = looking(unet);
  if (!network) return network.failure();
  auto pairing = neural::ReferenceReader::pairing(*network, unet, m_manner.policy);
  if (!pairing) return pairing.failure();
  m_reader.emplace(*std::move(pairing));
  return &*m_reader;
}

void RegionReferences::count(const neural::ReferenceReader::Work& before, const neural::ReferenceReader::Work& after) {
  m_kept.work().looks += after.looks - before.looks;
  m_kept.work().projections += after.projections - before.projections;
}

// How much it counts is no part of what is kept.
Result<neural::EncodedReference> RegionReferences::known(std::size_t k, const std::shared_ptr<const neural::Unet>& unet) {
  const Result<std::string> key = keyFor(m_references[k].content, m_manner, m_networks);
  if (!key) return key.failure();
  neural::EncodedReference encoded;
  if (const auto* tensors = m_kept.find(*key)) {
    encoded = encodedFrom(*tensors, unet->placement());
  } else {
    const auto pairing = reader(unet);
    if (!pairing) return pairing.failure();
    neural::RegionReference seen = m_references[k].shown;
    seen.weight = 1;
    const neural::ReferenceReader::Work before = (*pairing)->work();
    encoded = (*pairing)->encode(seen);
    count(before, (*pairing)->work());
    m_kept.keep(*key, tensorsOf(encoded));
  }
  neural::weigh(encoded, m_references[k].shown.weight);
  return encoded;
}

Result<neural::EncodedReference> RegionReferences::lookedAgain(std::size_t k, const std::shared_ptr<const neural::Unet>& unet,
                                                               const Tensor& timestep) {
  const auto pairing = reader(unet);
  if (!pairing) return pairing.failure();
  neural::RegionReference seen = m_references[k].shown;
  if (!m_manner.trained) seen.latent = noisy(k, *unet, timestep);
  const neural::ReferenceReader::Work before = (*pairing)->work();
  neural::EncodedReference encoded = (*pairing)->encode(seen, timestep.reshape({1}));
  count(before, (*pairing)->work());
  return encoded;
}

Result<void> RegionReferences::look(const std::shared_ptr<const neural::Unet>& unet, const Tensor& timestep) {
  if (m_unet.lock() != unet) forget();  // the network that looks goes where the other went
  m_encoded.clear();
  m_reader.reset();
  for (std::size_t k = 0; k < m_references.size(); ++k) {
    auto encoded = looksAlways() ? lookedAgain(k, unet, timestep) : known(k, unet);
    if (!encoded) return encoded.failure();
    m_encoded.push_back(*std::move(encoded));
  }
  m_reader.reset();
  m_unet = unet;
  return {};
}

Result<void> RegionReferences::show(neural::UnetContext& context, const std::shared_ptr<const neural::Unet>& unet, const Tensor& timestep,
                                    std::int64_t firstRow) {
  const bool looks = m_unet.lock() != unet || looksAlways();
  if (looks)
    if (const Result<void> done = look(unet, timestep); !done) return done;
  if (looks || context.references.empty()) neural::showReferences(context, m_encoded, m_manner.policy.blend, firstRow);
  return {};
}

}  // namespace retailor::diffusion
