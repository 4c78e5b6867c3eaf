#include "core/neural/models/autoencoder.h"
#include "core/neural/models/tiny_autoencoder.h"
#include "core/neural/models/unet.h"
#include "tests/parity/probe/component_of.h"
#include "tests/parity/probe/probe_modules.h"

namespace retailor::probe {
namespace {

neural::Tiling tilingOf(const ProbeRequest& request) {
  const std::string word = request.option("tiling", "off");
  if (word != "on" && word != "off") throw ProbeFailure{badInput("tiling is on or off, not “" + word + "”.")};
  return word == "on" ? neural::Tiling::On : neural::Tiling::Off;
}

}  // namespace

Tensors runUnet(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  const auto unet = loaded<neural::Unet>(request, "unet");
  const auto context = unet->contextOf(needed(in, "encoder_hidden_states"));
  return {{"sample", unet->forward(needed(in, "sample"), needed(in, "timestep"), context)}};
}

Tensors runVaeEncode(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  const auto moments = loaded<neural::Autoencoder>(request, "vae")->encode(needed(in, "x"), tilingOf(request));
  return {{"mean", moments.mean}, {"logvar", moments.logVariance}};
}

Tensors runVaeDecode(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  return {{"sample", loaded<neural::Autoencoder>(request, "vae")->decode(needed(in, "z"), tilingOf(request))}};
}

Tensors runTaesdEncode(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  return {{"latents", loaded<neural::TinyAutoencoder>(request, "vae")->encode(needed(in, "x"))}};
}

Tensors runTaesdDecode(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  return {{"sample", loaded<neural::TinyAutoencoder>(request, "vae")->decode(needed(in, "x"))}};
}

}  // namespace retailor::probe
