#include "core/methods/diffusion/region_references.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

#include "core/neural/sampling/noise_schedule.h"
#include "core/neural/sampling/noise_source.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;
using neural::ReferenceUnet;

constexpr std::int64_t inpaintingChannels = 9;

std::vector<Tensor> noiseFor(const std::vector<neural::RegionReference>& references) {
  std::vector<Tensor> all;
  for (std::size_t k = 0; k < references.size(); ++k) {
    neural::SeededNoise source(k);
    all.push_back(source.draw("reference." + std::to_string(k), references[k].latent.sizes()).value());
  }
  return all;
}

}  // namespace

RegionReferences::RegionReferences(std::vector<neural::RegionReference> references, const RegionManner& manner,
                                   const neural::SchedulerConfig& noise, NetworkSet& networks)
    : m_references(std::move(references)), m_manner(manner), m_cumulative(neural::noiseSchedule(noise).cumulative), m_networks(networks) {
  if (!manner.trained) m_noise = noiseFor(m_references);
}

void RegionReferences::forget() {
  m_encoded.clear();
  m_looking.reset();
  m_unet.reset();
}

Tensor RegionReferences::looked(std::size_t k, const neural::Unet& unet, const Tensor& timestep) const {
  const Tensor& clean = m_references[k].latent;
  if (m_manner.trained) return clean;
  const auto time = static_cast<std::int64_t>(std::llround(timestep.item<double>()));
  const Tensor left = m_cumulative[std::clamp<std::int64_t>(time, 0, m_cumulative.size(0) - 1)];
  const Tensor noisy = left.sqrt() * clean + (1 - left).sqrt() * m_noise[k];
  if (unet.settings().in != inpaintingChannels) return noisy;
  return at::cat({noisy, at::zeros({1, 1, clean.size(2), clean.size(3)}), clean}, 1);  // nothing of it is a hole
}

Result<std::shared_ptr<const ReferenceUnet>> RegionReferences::lookingAlongside(const std::shared_ptr<const neural::Unet>& unet) {
  if (!m_manner.trained) return std::make_shared<const ReferenceUnet>(unet);
  if (m_looking && m_unet.lock() == unet) return m_looking;
  m_looking.reset();
  auto looking = m_networks.referenceUnet();
  if (looking && m_manner.everyStep) m_looking = *looking;
  return looking;
}

Result<void> RegionReferences::look(const std::shared_ptr<const neural::Unet>& unet, const Tensor& timestep) {
  m_encoded.clear();
  auto looking = lookingAlongside(unet);
  if (!looking) return looking.failure();
  auto reader = neural::ReferenceReader::pairing(*looking, unet, m_manner.policy);
  if (!reader) return reader.failure();
  for (std::size_t k = 0; k < m_references.size(); ++k) {
    neural::RegionReference seen = m_references[k];
    seen.latent = looked(k, *unet, timestep);
    m_encoded.push_back(reader->encode(seen, looksAlways() ? timestep.reshape({1}) : Tensor()));
  }
  m_unet = unet;
  m_work.looks += reader->work().looks;
  m_work.projections += reader->work().projections;
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
