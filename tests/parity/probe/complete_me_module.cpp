#include <charconv>
#include <set>

#include "core/neural/models/image_prompt.h"
#include "core/neural/models/reference_reader.h"
#include "tests/parity/probe/component_of.h"
#include "tests/parity/probe/probe_modules.h"

namespace retailor::probe {
namespace {

using neural::MaskedTokens;
using neural::ReadingPolicy;

// One of two words, the first where the option is left out.
bool isSecond(const ProbeRequest& request, const std::string& name, const std::string& first, const std::string& second) {
  const std::string word = request.option(name, first);
  if (word != first && word != second) throw ProbeFailure{badInput(name + " is " + first + " or " + second + ", not “" + word + "”.")};
  return word == second;
}

double numberOption(const ProbeRequest& request, const std::string& name) {
  const std::string word = request.option(name, "1");
  double value = 0;
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (problem != std::errc() || end != word.data() + word.size()) throw ProbeFailure{badInput(name + " is a number, not “" + word + "”.")};
  return value;
}

ReadingPolicy policyOf(const ProbeRequest& request) {
  const double blend = numberOption(request, "blend");
  if (!(blend >= 0 && blend <= 1)) throw ProbeFailure{badInput("blend is a number from 0 to 1.")};
  return {.masked = isSecond(request, "mask", "drop", "zero") ? MaskedTokens::Zero : MaskedTokens::Drop,
          .blocks = isSecond(request, "blocks", "full", "midup") ? ReadingPolicy::Blocks::MiddleAndUp : ReadingPolicy::Blocks::Every,
          .blend = blend};
}

// The k of every "reference.<k>.…" in the file, as text.
std::set<std::string> referenceNumbers(const Tensors& in) {
  const std::string prefix = "reference.";
  std::set<std::string> numbers;
  for (const auto& [name, tensor] : in)
    if (name.starts_with(prefix)) numbers.insert(name.substr(prefix.size(), name.find('.', prefix.size()) - prefix.size()));
  return numbers;
}

at::Tensor maskIn(const Tensors& in, const std::string& name, const at::Tensor& latent) {
  const auto found = in.find(name);
  if (found == in.end()) return {};
  const at::Tensor& mask = found->second;
  if (mask.dim() != 4 || latent.dim() != 4 || mask.numel() != 64 * latent.size(2) * latent.size(3) || mask.size(2) != 8 * latent.size(2))
    throw ProbeFailure{badInput(name + " is to be [1, 1, 8h, 8w] for a latent [1, 4, h, w].")};
  return mask.reshape({mask.size(2), mask.size(3)});
}

neural::RegionReference referenceIn(const Tensors& in, const std::string& number) {
  const std::string name = "reference." + number + ".";
  const at::Tensor& latent = needed(in, name + "latent");
  return {latent, needed(in, name + "encoder_hidden_states"), maskIn(in, name + "mask", latent)};
}

void showPictures(const ProbeRequest& request, const Tensors& in, const neural::Unet& unet, neural::UnetContext& context) {
  const auto tokens = in.find("image_tokens");
  if (tokens == in.end()) return;
  const auto model = must(weights::ModelFolder::open(request.folder));
  const auto prompt = must(neural::ImagePrompt::load(must(model.file("image_attention.safetensors")), unet));
  prompt->addTo(context, {.tokens = {tokens->second}, .masks = {}, .scale = numberOption(request, "image-scale")});
}

void showReferences(const ProbeRequest& request, const Tensors& in, std::shared_ptr<const neural::Unet> unet,
                    neural::UnetContext& context) {
  const ReadingPolicy policy = policyOf(request);
  const at::Tensor time = isSecond(request, "writer-timestep", "zero", "current") ? needed(in, "timestep") : at::Tensor();
  const auto numbers = referenceNumbers(in);
  if (numbers.empty()) return;
  auto reader = must(neural::ReferenceReader::pairing(loaded<neural::ReferenceUnet>(request, "reference_unet"), std::move(unet), policy));
  std::vector<neural::EncodedReference> references;
  for (const auto& each : numbers) references.push_back(reader.encode(referenceIn(in, each), time));
  reader.show(context, references);
}

}  // namespace

Tensors runCompleteMeUnet(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  const auto unet = loaded<neural::Unet>(request, "unet");
  neural::UnetContext context = unet->contextOf(needed(in, "encoder_hidden_states"));
  showPictures(request, in, *unet, context);
  showReferences(request, in, unet, context);
  return {{"sample", unet->forward(needed(in, "sample"), needed(in, "timestep"), context)}};
}

}  // namespace retailor::probe
