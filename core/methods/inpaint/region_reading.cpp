#include "core/methods/inpaint/region_reading.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <functional>

#include "core/methods/diffusion/content_key.h"
#include "core/methods/inpaint/heeded_references.h"
#include "core/methods/inpaint/similarity.h"

namespace retailor::inpaint {
namespace {

using at::Tensor;
using diffusion::keyOf;

bool isNoiseGiven(const RunSoFar& run, const std::string& name) {
  return run.setup.noise.isGiven() && run.setup.noise.variation(0)->has(name);
}

// A sample of the moments where its noise is given under `name`, else their mean.
Result<Tensor> drawnAsGiven(const neural::LatentMoments& moments, const std::string& name, const RunSoFar& run) {
  if (!isNoiseGiven(run, name)) return moments.mean;
  const Result<Tensor> normals = run.setup.noise.variation(0)->draw(name, moments.mean.sizes());
  return normals ? Result<Tensor>(moments.sampled(*normals)) : normals;
}

// What the autoencoder says of a picture [1, 3, H, W], as the U-Net takes it; again in F32 where half precision overflowed. `name`: of the
// noise that its sample may be drawn by.
Result<Tensor> latentOf(const Tensor& picture, const std::string& name, const RunSoFar& run) {
  const auto once = [&]() -> Result<Tensor> {
    const auto autoencoder = run.networks.autoencoder();
    if (!autoencoder) return autoencoder.failure();
    const auto tiling = run.ladder.plan().tiledAutoencoder ? neural::Tiling::On : neural::Tiling::Off;
    const neural::LatentMoments moments = (*autoencoder)->encode(picture, tiling);
    const Result<Tensor> latent =
        drawnAsGiven({moments.mean.to(at::kCPU, at::kFloat), moments.logVariance.to(at::kCPU, at::kFloat)}, name, run);
    if (!latent) return latent;
    return (*latent - (*autoencoder)->settings().shift) * (*autoencoder)->settings().scaling;
  };
  const auto attempt = [&] {
    return run.ladder.attempt(diffusion::Stage::Encoding, "Encoding the references", once, [&run] { run.networks.release(); });
  };
  Result<Tensor> made = attempt();
  if (made && !made->isfinite().all().item<bool>() && run.networks.autoencoderIsHalf()) {
    run.networks.makeAutoencoderPrecise();
    made = attempt();
  }
  return !made || made->isfinite().all().item<bool>() ? made : Result<Tensor>(run.networks.damaged("vae"));
}

using Tensors = diffusion::KeptReferences::Tensors;

// The references that count as self-attention is to see them, each from what is kept of it as far as it goes.
class RegionReading {
 public:
  RegionReading(const RunSoFar& run, const diffusion::RegionManner& manner, const diffusion::PromptTokens& condition)
      : m_run(run), m_reading(*run.setup.model.manifest.references), m_manner(manner) {
    if (run.setup.model.manifest.condition == models::BundleManifest::Condition::States)
      m_states = condition.conditional.chunk(std::ranges::count_if(run.request.references, counts), 1);
  }

  Result<std::vector<diffusion::SeenReference>> all() const {
    std::vector<diffusion::SeenReference> seen;
    for (std::size_t i = 0; i < m_run.request.references.size(); ++i) {
      if (!counts(m_run.request.references[i])) continue;
      auto one = reference(i, seen.size());
      if (!one) return one.failure();
      seen.push_back(*std::move(one));
    }
    return seen;
  }

 private:
  struct Known {
    Tensor tensor;
    std::string key;
  };

  // `k`: among those that count.
  Result<diffusion::SeenReference> reference(std::size_t index, std::size_t k) const {
    const completion::TaggedReference& asked = m_run.request.references[index];
    const auto picture = heededPicture(asked, m_run.setup, m_run.window.window.workingSize);
    const auto label = labelKnown(index, k);
    if (!label) return label.failure();
    const auto latent = latentKnown(index, picture.picture, "reference_posterior." + std::to_string(k));
    if (!latent) return latent.failure();
    const auto& settings = m_run.request.settings;
    const double weight = asked.weight * settings.referenceScale * Similarity{settings.similarity}.tokens();
    diffusion::SeenReference seen{{latent->tensor, label->tensor, picture.mask, weight},
                                  keyOf({latent->key, label->key, keyOf(picture.mask)})};
    if (const Result<void> told = expect(index, seen.content); !told) return told.failure();
    return seen;
  }

  // What a reference is read with: its region's words, or its own states.
  Result<Known> labelKnown(std::size_t index, std::size_t k) const {
    if (!m_states.empty()) return Known{m_states.at(k), keyOf(m_states.at(k))};
    const std::string words = wordsFor(m_run.request.references[index], m_run.request, m_reading);
    return known(index, "text_encoder", words, [&] { return labelOf(words); });
  }

  // A sample drawn by given noise is nobody else's.
  Result<Known> latentKnown(std::size_t index, const Tensor& picture, const std::string& noise) const {
    if (!isNoiseGiven(m_run, noise)) return known(index, "vae", keyOf(picture), [&] { return encoded(picture, noise); });
    const Result<Tensor> drawn = encoded(picture, noise);
    return drawn ? Result<Known>(Known{*drawn, keyOf(*drawn)}) : drawn.failure();
  }

  Result<std::string> identityOf(const char* part) const {
    const Result<std::string> identity = m_run.networks.identityOf(part);
    return identity ? keyOf({*identity, m_run.ladder.plan().tiledAutoencoder ? "tiled" : "whole"}) : identity;
  }

  Result<Known> known(std::size_t index, const char* part, const std::string& content, const std::function<Result<Tensor>()>& make) const {
    const Result<std::string> identity = identityOf(part);
    if (!identity) return identity.failure();
    const std::string key = keyOf({*identity, content});
    const auto found = m_run.references.of(index, key, [&make]() -> Result<Tensors> {
      const Result<Tensor> made = make();
      return made ? Result<Tensors>(Tensors{*made}) : made.failure();
    });
    if (!found) return found.failure();
    // Short memory or an overflow may have had it made by something else than the key says.
    if (const auto now = identityOf(part); !now || *now != *identity) m_run.references.kept().forget(key);
    return Known{found->at(0), key};
  }

  // Whether a model that looks once has looked at it before.
  Result<void> expect(std::size_t index, const std::string& content) const {
    if (!m_manner.trained || m_manner.everyStep) return {};
    const Result<std::string> key = diffusion::RegionReferences::keyFor(content, m_manner, m_run.networks);
    if (!key) return key.failure();
    m_run.references.expect(index, *key);
    return {};
  }

  Result<Tensor> labelOf(const std::string& words) const {
    ++m_run.references.kept().work().labels;
    const auto states = diffusion::promptTokens(m_run.networks, m_run.ladder, words, "", false);
    return states ? Result<Tensor>(states->conditional) : states.failure();
  }

  Result<Tensor> encoded(const Tensor& picture, const std::string& noise) const {
    ++m_run.references.kept().work().latents;
    return latentOf(picture, noise, m_run);
  }

  const RunSoFar& m_run;
  const models::ReferenceReading& m_reading;
  const diffusion::RegionManner& m_manner;
  std::vector<Tensor> m_states;  // of each reference that counts; empty: words are read
};

}  // namespace

Result<std::vector<diffusion::SeenReference>> referencesByRegion(const RunSoFar& run, const diffusion::RegionManner& manner,
                                                                 const diffusion::PromptTokens& condition) {
  return RegionReading(run, manner, condition).all();
}

}  // namespace retailor::inpaint
