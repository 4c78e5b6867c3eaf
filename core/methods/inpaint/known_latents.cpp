#include "core/methods/inpaint/known_latents.h"

#include <ATen/ATen.h>

namespace retailor::inpaint {
namespace {

using at::Tensor;
using diffusion::MemoryLadder;
using diffusion::NetworkSet;
using neural::LatentMoments;
using Say = std::function<void(const std::string&)>;

neural::Tiling tilingOf(const MemoryLadder& ladder) { return ladder.plan().tiledAutoencoder ? neural::Tiling::On : neural::Tiling::Off; }

// `work` with the autoencoder; once more in F32 when what it made is not finite.
template <class Work>
Result<Tensor> throughAutoencoder(diffusion::Stage stage, const char* doing, NetworkSet& networks, MemoryLadder& ladder, const Say& say,
                                  const Work& work) {
  const auto once = [&]() -> Result<Tensor> {
    const auto autoencoder = networks.autoencoder();
    if (!autoencoder) return autoencoder.failure();
    return work(**autoencoder).to(at::kCPU, at::kFloat);
  };
  const auto release = [&networks] { networks.release(); };
  Result<Tensor> made = ladder.attempt(stage, doing, once, release);
  if (!made || made->isfinite().all().template item<bool>()) return made;
  if (!networks.autoencoderIsHalf()) return networks.damaged("vae");
  say("The autoencoder overflowed in half precision: doing it again in fp32.");
  networks.makeAutoencoderPrecise();
  made = ladder.attempt(stage, doing, once, release);
  if (made && !made->isfinite().all().template item<bool>()) return networks.damaged("vae");
  return made;
}

}  // namespace

Result<Tensor> KnownLatents::drawn(const LatentMoments& moments, neural::NoiseSource& noise, const std::string& name) const {
  Tensor latent = moments.mean;
  if (noise.has(name)) {
    const Result<Tensor> normals = noise.draw(name, moments.mean.sizes());
    if (!normals) return normals;
    latent = moments.sampled(*normals);
  }
  return (latent - scaling.shift) * scaling.scaling;
}

Result<KnownLatents> knownLatents(const diffusion::WindowPicture& window, const AlsoKnown& also, NetworkSet& networks, MemoryLadder& ladder,
                                  const Say& say) {
  KnownLatents known;
  const auto encode = [&](const Tensor& picture, LatentMoments& moments) -> Result<void> {
    const auto both = throughAutoencoder(diffusion::Stage::Encoding, "Encoding the photo", networks, ladder, say,
                                         [&](const neural::Autoencoder& autoencoder) {
                                           known.scaling = autoencoder.settings();
                                           const LatentMoments made = autoencoder.encode(picture, tilingOf(ladder));
                                           return at::cat({made.mean, made.logVariance}, 1);
                                         });
    if (!both) return both.failure();
    const auto halves = both->chunk(2, 1);
    moments = {halves[0].contiguous(), halves[1].contiguous()};
    return {};
  };
  if (also.whole)
    if (const Result<void> done = encode(window.picture, known.whole); !done) return done.failure();
  if (const Result<void> done = encode(diffusion::withoutHole(window, also.hole), known.masked); !done) return done.failure();
  if (also.below.defined())
    if (const Result<void> done = encode(also.below, known.below); !done) return done.failure();
  known.hole = diffusion::latentMask(window.hole, known.scaling.factor());
  networks.pictureIsEncoded();
  return known;
}

Result<Tensor> decodedPicture(const Tensor& latent, bool isLast, NetworkSet& networks, MemoryLadder& ladder, const Say& say) {
  networks.pictureIsDrawn(isLast);
  Result<Tensor> picture = throughAutoencoder(
      diffusion::Stage::Decoding, "Finishing the picture", networks, ladder, say,
      [&](const neural::Autoencoder& autoencoder) { return autoencoder.decode(autoencoder.unscaled(latent), tilingOf(ladder)); });
  networks.pictureIsEncoded();
  if (!picture) return picture;
  return (*picture / 2 + 0.5).clamp(0, 1);
}

}  // namespace retailor::inpaint
