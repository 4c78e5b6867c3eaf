#include "core/neural/models/image_prompt.h"
#include "core/neural/models/unet.h"
#include "core/neural/tensor/weight_tensor.h"
#include "tests/parity/networks/golden_case.h"

namespace retailor::parity {
namespace {

using neural::Unet;
using support::nameSeeded;
using support::nameSeededSource;
using support::normal;

Unet unet(const std::string& name) { return {nameSeededSource(), neural::UnetSettings::read(settingsOf(name))}; }

at::Tensor text() { return normal(101, {2, 77, 24}); }

Outputs drawn(const std::string& model, const at::Tensor& sample, const at::Tensor& times, const at::Tensor& tokens) {
  const Unet network = unet(model);
  return {{"sample", network.forward(sample, times, network.contextOf(tokens))}};
}

at::Tensor whole(std::int64_t time) { return at::scalar_tensor(time, at::kLong); }

// An IP-Adapter's file as make_network_goldens.py makes it up: every tensor from its name.
void give(weights::WeightMap& file, const std::string& name, at::IntArrayRef shape) {
  file.tensors[name] = neural::viewOf(nameSeeded(name, shape));
}

void giveWithBias(weights::WeightMap& file, const std::string& name, std::int64_t out, std::int64_t in) {
  give(file, name + ".weight", {out, in});
  give(file, name + ".bias", {out});
}

void giveNorm(weights::WeightMap& file, const std::string& name, std::int64_t width) {
  give(file, name + ".weight", {width});
  give(file, name + ".bias", {width});
}

void giveResamplerLayer(weights::WeightMap& file, const std::string& layer) {
  for (const char* norm : {"0.norm1", "0.norm2", "1.0"}) giveNorm(file, layer + norm, 24);
  give(file, layer + "0.to_q.weight", {128, 24});
  give(file, layer + "0.to_kv.weight", {256, 24});
  give(file, layer + "0.to_out.weight", {24, 128});
  give(file, layer + "1.1.weight", {96, 24});
  give(file, layer + "1.3.weight", {24, 96});
}

weights::WeightMap adapter(const std::string& kind) {
  weights::WeightMap file;
  if (kind == "base") {
    giveWithBias(file, "image_proj.proj", 96, 32);
    giveNorm(file, "image_proj.norm", 24);
  } else if (kind == "full-face") {
    giveWithBias(file, "image_proj.proj.0", 48, 48);
    giveWithBias(file, "image_proj.proj.2", 24, 48);
    giveNorm(file, "image_proj.proj.3", 24);
  } else {
    give(file, "image_proj.latents", {1, 4, 24});
    giveWithBias(file, "image_proj.proj_in", 24, 48);
    giveWithBias(file, "image_proj.proj_out", 24, 24);
    giveNorm(file, "image_proj.norm_out", 24);
    for (int i = 0; i < 4; ++i) giveResamplerLayer(file, std::string("image_proj.layers.").append(std::to_string(i)).append("."));
  }
  return file;
}

at::Tensor seenPictures(const std::string& kind) { return kind == "base" ? normal(112, {2, 2, 32}) : normal(109, {2, 2, 17, 48}); }

std::vector<at::Tensor> masks() {
  std::vector<at::Tensor> both{at::zeros({100, 80}), at::zeros({100, 80})};
  both[0].slice(0, 0, 60).fill_(1);
  both[1].slice(0, 40).slice(1, 20).fill_(1);
  return both;
}

Outputs drawnWithPictures(const std::string& kind, std::int64_t pictures, bool masked) {
  const Unet network = unet("unet-4");
  const neural::ImagePromptProjection projection(adapter(kind), {});
  const neural::ImagePrompt prompt(nameSeededSource(), network);
  neural::PicturePrompt shown{{}, masked ? masks() : std::vector<at::Tensor>(), 0.6};
  for (std::int64_t i = 0; i < pictures; ++i) shown.tokens.push_back(projection.tokens(seenPictures(kind).select(1, i)));
  neural::UnetContext context = network.contextOf(text());
  prompt.addTo(context, shown);
  return {{"sample", network.forward(normal(102, {2, 4, 16, 12}), whole(500), context)}};
}

Outputs promptTokens(const std::string& kind) {
  const neural::ImagePromptProjection projection(adapter(kind), {});
  return {{"tokens", projection.tokens(seenPictures(kind).select(1, 0))}};
}

}  // namespace

CaseTable unetCases() {
  CaseTable table;
  for (const std::int64_t channels : {4, 9, 8, 12, 13}) {
    const std::string name = "unet-" + std::to_string(channels);
    table[name + "-square"] = [=] { return drawn(name, normal(102, {2, channels, 16, 16}), whole(951), text()); };
    table[name + "-odd"] = [=] { return drawn(name, normal(103, {2, channels, 15, 11}), whole(0), text()); };
    table[name + "-between"] = [=] {
      return drawn(name, normal(102, {2, channels, 16, 16}), at::scalar_tensor(946.42105, at::kFloat), text());
    };
  }
  for (const auto& [name, width] : std::map<std::string, std::int64_t>{{"unet-linear", 40}, {"unet-two-blocks", 32}, {"unet-uneven", 24}})
    table[name] = [=] { return drawn(name, normal(102, {2, 5, 16, 12}), at::tensor({7, 900}, at::kLong), normal(101, {2, 9, width})); };
  table["one-token"] = [] { return drawn("unet-4", normal(102, {2, 4, 16, 12}), whole(500), normal(113, {2, 1, 24})); };
  return table;
}

CaseTable imagePromptCases() {
  CaseTable table;
  for (const std::string kind : {"base", "plus", "full-face"}) {
    table["ip-" + kind] = [=] { return promptTokens(kind); };
    table["ip-" + kind + "-one-picture"] = [=] { return drawnWithPictures(kind, 1, false); };
    table["ip-" + kind + "-two-pictures"] = [=] { return drawnWithPictures(kind, 2, false); };
    table["ip-" + kind + "-masks"] = [=] { return drawnWithPictures(kind, 2, true); };
  }
  return table;
}

}  // namespace retailor::parity
