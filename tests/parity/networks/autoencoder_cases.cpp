#include "core/neural/models/autoencoder.h"
#include "core/neural/models/tiny_autoencoder.h"
#include "tests/parity/networks/golden_case.h"

namespace retailor::parity {
namespace {

using neural::Tiling;
using support::nameSeededSource;
using support::normal;

neural::Autoencoder autoencoder(const std::string& name) {
  return {nameSeededSource(), neural::AutoencoderSettings::read(settingsOf(name))};
}

neural::TinyAutoencoder taesd() { return {nameSeededSource(), neural::TinyAutoencoderSettings::read(settingsOf("taesd"))}; }

Outputs encoded(const at::Tensor& picture, Tiling tiling) {
  const auto moments = autoencoder("vae").encode(picture.clamp(-1, 1), tiling);
  return {{"mean", moments.mean}, {"logvar", moments.logVariance}};
}

Outputs decoded(const std::string& model, const at::Tensor& latent, Tiling tiling) {
  return {{"sample", autoencoder(model).decode(latent, tiling)}};
}

}  // namespace

CaseTable autoencoderCases() {
  CaseTable table;
  table["vae-encode"] = [] { return encoded(normal(104, {1, 3, 128, 128}), Tiling::On); };  // too small for tiles
  table["vae-decode"] = [] { return decoded("vae", normal(105, {1, 4, 16, 16}), Tiling::On); };
  table["vae-encode-tiled"] = [] { return encoded(normal(107, {1, 3, 320, 192}), Tiling::On); };
  table["vae-decode-tiled"] = [] { return decoded("vae", normal(106, {1, 4, 40, 24}), Tiling::On); };
  table["vae-plain-decode"] = [] { return decoded("vae-plain", normal(105, {2, 6, 16, 16}), Tiling::Off); };
  table["taesd-decode"] = [] { return Outputs{{"sample", taesd().decode(normal(110, {1, 4, 8, 8}))}}; };
  table["taesd-encode"] = [] { return Outputs{{"latents", taesd().encode(normal(111, {1, 3, 64, 64}).clamp(-1, 1))}}; };
  return table;
}

}  // namespace retailor::parity
