#include "tests/parity/networks/small_map_cases.h"

#include "core/neural/models/autoencoder.h"
#include "core/neural/models/unet.h"
#include "tests/parity/networks/golden_case.h"

namespace retailor::parity {
namespace {

using namespace neural;
using at::Tensor;
using support::nameSeededSource;
using support::normal;

const Placement plain{at::kCPU, at::kFloat, Operators::Plain};

double apart(const Tensor& fast, const Tensor& expected) { return ((fast - expected).abs().max() / expected.std()).item<double>(); }

double drawn(at::IntArrayRef sides) {
  const UnetSettings settings = UnetSettings::read(settingsOf("unet-4"));
  const auto by = [&](const Placement& placement) {
    const Unet network(nameSeededSource(placement), settings);
    return network.forward(normal(1, {2, 4, sides[0], sides[1]}), at::scalar_tensor(500, at::kLong),
                           network.contextOf(normal(2, {2, 7, 24})));
  };
  return apart(by({}), by(plain));
}

double coded(at::IntArrayRef sides) {
  const AutoencoderSettings settings = AutoencoderSettings::read(settingsOf("vae"));
  const auto by = [&](const Placement& placement) {
    const Autoencoder network(nameSeededSource(placement), settings);
    const Tensor latent = network.encode(normal(3, {1, 3, 8 * sides[0], 8 * sides[1]}).clamp(-1, 1)).mean;
    return network.decode(latent);
  };
  return apart(by({}), by(plain));
}

const std::map<std::string, std::function<double()>>& cases() {
  static const std::map<std::string, std::function<double()>> all{
      {"U-Net, 8 × 8", [] { return drawn({8, 8}); }},          {"U-Net, 5 × 7", [] { return drawn({5, 7}); }},
      {"U-Net, a row", [] { return drawn({1, 8}); }},          {"autoencoder, one pixel", [] { return coded({1, 1}); }},
      {"autoencoder, a column", [] { return coded({3, 1}); }},
  };
  return all;
}

}  // namespace

std::vector<std::string> smallMapCases() {
  std::vector<std::string> names;
  for (const auto& [name, run] : cases()) names.push_back(name);
  return names;
}

double smallMapDifference(const std::string& name) { return cases().at(name)(); }

}  // namespace retailor::parity
