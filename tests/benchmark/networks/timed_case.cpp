#include "tests/benchmark/networks/timed_case.h"

#include <ATen/ATen.h>

#include <map>
#include <memory>

#include "core/neural/models/autoencoder.h"
#include "core/neural/models/clip_text.h"
#include "core/neural/models/unet.h"
#include "core/neural/sampling/denoise.h"
#include "core/neural/sampling/guidance.h"
#include "tests/support/name_seeded_weights.h"

namespace retailor::benchmark {
namespace {

using neural::ModelSettings;
using neural::Placement;
using support::nameSeededSource;
using support::normal;

constexpr const char* unetConfig = R"({"in_channels": 9, "cross_attention_dim": 768, "attention_head_dim": 8})";
constexpr const char* textConfig = R"({"hidden_size": 768, "intermediate_size": 3072, "num_hidden_layers": 12, "num_attention_heads": 12})";

std::shared_ptr<const neural::Unet> unetOf(const Placement& placement) {
  return std::make_shared<const neural::Unet>(nameSeededSource(placement),
                                              neural::UnetSettings::read(ModelSettings(unetConfig, "the benchmark")));
}

TimedCase unetCase(const Placement& placement, std::int64_t batch) {
  const auto unet = unetOf(placement);
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

// One completion of a picture, without its text: the masked picture encoded, both halves of guidance in one batch, the result decoded.
class Completion {
 public:
  explicit Completion(const Placement& placement)
      : m_unet(unetOf(placement)), m_vae(autoencoder(placement)), m_steps(placement.device.is_cuda() ? 20 : 2) {
    m_context = m_unet->contextOf(at::cat({normal(122, {1, 77, 768}), normal(121, {1, 77, 768})}));
    m_hole.slice(2, 16, 48).slice(3, 16, 48).fill_(1);
  }

  at::Tensor run() const {
    const at::Tensor known = m_vae->scaled(m_vae->encode(m_picture).mean).to(at::kCPU, at::kFloat);
    const auto scheduler = neural::makeScheduler(neural::withScheduler({}, "dpmpp-2m").value(), m_steps).value();
    neural::DenoiseParts parts;
    parts.predict = [&](const at::Tensor& input, const at::Tensor& timestep, int, int) -> Result<at::Tensor> {
      const at::Tensor seen = at::cat({input, m_hole, known}, 1);
      const auto halves = m_unet->forward(at::cat({seen, seen}), timestep, m_context).to(at::kCPU, at::kFloat).chunk(2);
      return neural::guided(halves[0], halves[1], 5.0);
    };
    neural::SeededNoise noise(0);
    const at::Tensor start = normal(123, {1, 4, 64, 64}) * scheduler->initialSigma();
    return m_vae->decode(m_vae->unscaled(neural::denoise(*scheduler, 0, start, noise, parts, {}).value().latent));
  }

 private:
  std::shared_ptr<const neural::Unet> m_unet;
  std::shared_ptr<const neural::Autoencoder> m_vae;
  int m_steps;
  neural::UnetContext m_context;
  at::Tensor m_hole = at::zeros({1, 1, 64, 64});
  at::Tensor m_picture = normal(104, {1, 3, 512, 512}).clamp(-1, 1);
};

TimedCase pipelineCase(const Placement& placement) {
  return [job = std::make_shared<const Completion>(placement)] { return job->run(); };
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
  if (name == "P1") return pipelineCase(placement);
  return name == "C1" ? textCase(placement) : TimedCase();
}

}  // namespace retailor::benchmark
