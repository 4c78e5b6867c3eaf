#include "tests/benchmark/networks/timed_case.h"

#include <ATen/ATen.h>

#include <map>
#include <memory>

#include "core/neural/models/autoencoder.h"
#include "core/neural/models/clip_text.h"
#include "core/neural/models/unet.h"
#include "tests/support/name_seeded_weights.h"

namespace retailor::benchmark {
namespace {

using neural::ModelSettings;
using neural::Placement;
using support::nameSeededSource;
using support::normal;

constexpr const char* unetConfig = R"({"in_channels": 9, "cross_attention_dim": 768, "attention_head_dim": 8})";
constexpr const char* textConfig = R"({"hidden_size": 768, "intermediate_size": 3072, "num_hidden_layers": 12, "num_attention_heads": 12})";

TimedCase unetCase(const Placement& placement, std::int64_t batch) {
  const auto settings = neural::UnetSettings::read(ModelSettings(unetConfig, "the benchmark"));
  const auto unet = std::make_shared<const neural::Unet>(nameSeededSource(placement), settings);
  const auto context = std::make_shared<const neural::UnetContext>(unet->contextOf(normal(121, {1, 77, 768}).expand({batch, -1, -1})));
  const at::Tensor sample = normal(120, {1, 9, 64, 64}).expand({batch, -1, -1, -1}).contiguous();
  return [=] { return unet->forward(sample, at::scalar_tensor(500, at::kLong), *context); };
}

std::shared_ptr<const neural::Autoencoder> autoencoder(const Placement& placement) {
  return std::make_shared<const neural::Autoencoder>(nameSeededSource(placement),
                                                     neural::AutoencoderSettings::read(ModelSettings("{}", "the benchmark")));
}

TimedCase decodeCase(const Placement& placement) {
  return [vae = autoencoder(placement), latent = normal(105, {1, 4, 64, 64})] { return vae->decode(latent); };
}

TimedCase encodeCase(const Placement& placement) {
  return [vae = autoencoder(placement), picture = normal(104, {1, 3, 512, 512}).clamp(-1, 1)] { return vae->encode(picture).mean; };
}

TimedCase textCase(const Placement& placement) {
  const auto settings = neural::ClipTextSettings::read(ModelSettings(textConfig, "the benchmark"));
  const auto text = std::make_shared<const neural::ClipText>(nameSeededSource(placement), settings);
  const at::Tensor ids = (at::arange(77, at::kLong) * 7 % 500).unsqueeze(0);
  return [=] { return text->forward(ids).last; };
}

}  // namespace

TimedCase timedCase(const std::string& name, const Placement& placement) {
  if (name == "U1" || name == "U2") return unetCase(placement, name == "U1" ? 1 : 2);
  if (name == "V1") return decodeCase(placement);
  if (name == "V2") return encodeCase(placement);
  return name == "C1" ? textCase(placement) : TimedCase();
}

}  // namespace retailor::benchmark
