#include "tests/parity/networks/refusals.h"

#include <functional>
#include <map>
#include <type_traits>

#include "core/neural/models/autoencoder.h"
#include "core/neural/models/clip_text.h"
#include "core/neural/models/clip_vision.h"
#include "core/neural/models/image_prompt_projection.h"
#include "core/neural/models/unet.h"
#include "core/neural/tensor/clip_preprocess.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/tensor/weight_tensor.h"
#include "tests/support/name_seeded_weights.h"

namespace retailor::parity {
namespace {

weights::Component component(const std::string& config, const std::map<std::string, std::vector<std::int64_t>>& tensors = {}) {
  weights::Component made{"part", config, "/models/part", {}};
  made.weights.file = "/models/part/weights.safetensors";
  for (const auto& [name, shape] : tensors) made.weights.tensors[name] = neural::viewOf(at::zeros(shape));
  return made;
}

template <class T>
std::string sentence(const Result<T>& result) {
  return !result && result.failure().kind == FailureKind::MissingWeights ? result.failure().sentence : std::string();
}

std::string unet(const weights::Component& part) { return sentence(neural::Unet::load(part, {})); }

std::string text(const weights::Component& part) { return sentence(neural::ClipText::load(part, {})); }

// Networks of a few channels whose parts do not come from one model.
template <class Network, class Use>
std::string used(const char* config, const Use& use) {
  const auto settings = std::remove_cvref_t<decltype(std::declval<Network>().settings())>::read(neural::ModelSettings(config, "it"));
  const Network network(support::nameSeededSource(), settings);
  return sentence(neural::guarded("Trying", [&] { return use(network); }));
}

constexpr const char* smallText =
    R"({"hidden_size": 8, "intermediate_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "vocab_size": 10, "max_position_embeddings": 5})";
constexpr const char* smallUnet =
    R"({"block_out_channels": [8], "down_block_types": ["DownBlock2D"], "up_block_types": ["UpBlock2D"], "norm_num_groups": 4,
  "attention_head_dim": 2, "cross_attention_dim": 6})";
constexpr const char* smallAutoencoder =
    R"({"block_out_channels": [8], "down_block_types": ["DownEncoderBlock2D"], "up_block_types": ["UpDecoderBlock2D"], "norm_num_groups": 4})";
constexpr const char* smallVision =
    R"({"hidden_size": 8, "intermediate_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "image_size": 28, "patch_size": 14})";

std::string read(at::IntArrayRef shape, std::int64_t id) {
  return used<neural::ClipText>(smallText, [&](const neural::ClipText& text) { return text.forward(at::full(shape, id, at::kLong)); });
}

std::string drawn(at::IntArrayRef sample, at::IntArrayRef tokens) {
  return used<neural::Unet>(smallUnet, [&](const neural::Unet& unet) {
    return unet.forward(at::zeros(sample), at::scalar_tensor(1, at::kLong), unet.contextOf(at::zeros(tokens)));
  });
}

std::string decoded(at::IntArrayRef latent) {
  return used<neural::Autoencoder>(smallAutoencoder,
                                   [&](const neural::Autoencoder& autoencoder) { return autoencoder.decode(at::zeros(latent)); });
}

std::string seen(at::IntArrayRef pixels) {
  return used<neural::ClipVision>(smallVision, [&](const neural::ClipVision& vision) { return vision.forward(at::zeros(pixels)); });
}

struct Case {
  std::string words;
  std::function<std::string()> sentence;
};

const std::map<std::string, Case>& cases() {
  static const std::map<std::string, Case> all{
      {"no tensor at all", {"lack the tensor time_embedding.linear_1.weight", [] { return unet(component("{}")); }}},
      {"a tensor of another shape",
       {"has the shape [1280, 7], but",
        [] {
          return unet(component("{}", {{"time_embedding.linear_1.weight", {1280, 7}}}));
        }}},
      {"settings that are no JSON", {"/models/part cannot be used: it holds no JSON object", [] { return unet(component("[1")); }}},
      {"an unknown block",
       {"“ResnetDownsampleBlock2D”",
        [] {
          return unet(component(
              R"({"down_block_types": ["ResnetDownsampleBlock2D"], "up_block_types": ["UpBlock2D"], "block_out_channels": [32]})"));
        }}},
      {"lists of different lengths", {"differ in length", [] { return unet(component(R"({"block_out_channels": [32, 64]})")); }}},
      {"a width below one", {"“block_out_channels”", [] { return unet(component(R"({"block_out_channels": [320, 640, 0, 1280]})")); }}},
      {"a width that is a word", {"“in_channels”", [] { return unet(component(R"({"in_channels": "four"})")); }}},
      {"a setting that is not computed", {"“class_embed_type”", [] { return unet(component(R"({"class_embed_type": "timestep"})")); }}},
      {"an unknown activation", {"“mish”", [] { return text(component(R"({"hidden_act": "mish"})")); }}},
      {"heads that do not divide",
       {"5 attention heads over 512",
        [] {
          return text(component(R"({"num_attention_heads": 5})", {{"text_model.embeddings.token_embedding.weight", {49408, 512}},
                                                                  {"text_model.embeddings.position_embedding.weight", {77, 512}},
                                                                  {"text_model.encoder.layers.0.layer_norm1.weight", {512}},
                                                                  {"text_model.encoder.layers.0.layer_norm1.bias", {512}},
                                                                  {"text_model.encoder.layers.0.layer_norm2.weight", {512}},
                                                                  {"text_model.encoder.layers.0.layer_norm2.bias", {512}}}));
        }}},
      {"an autoencoder with other blocks",
       {"“down_block_types”",
        [] { return sentence(neural::Autoencoder::load(component(R"({"down_block_types": ["AttnDownEncoderBlock2D"]})"), {})); }}},
      {"no IP-Adapter",
       {"is not an IP-Adapter", [] { return sentence(neural::ImagePromptProjection::load(component("{}").weights, {})); }}},
      {"a word beyond the vocabulary",
       {"all the words that the tokenizer knows",
        [] {
          return read({1, 5}, 10);
        }}},
      {"a text that is too long",
       {"texts of this length",
        [] {
          return read({1, 6}, 1);
        }}},
      {"text of another width",
       {"the tokens that it is to look at",
        [] {
          return drawn({1, 4, 8, 8}, {1, 3, 7});
        }}},
      {"a latent of other channels",
       {"a latent of these channels",
        [] {
          return drawn({1, 9, 8, 8}, {1, 3, 6});
        }}},
      {"two texts for three latents",
       {"so many texts",
        [] {
          return drawn({3, 4, 8, 8}, {2, 3, 6});
        }}},
      {"an autoencoder of other channels",
       {"a latent of these channels",
        [] {
          return decoded({1, 9, 8, 8});
        }}},
      {"a picture of another size",
       {"pictures of the size",
        [] {
          return seen({1, 3, 42, 42});
        }}},
      {"a preprocessor of nothing",
       {"cannot be used", [] { return sentence(neural::ClipPreprocess::read(R"({"size": {"width": 0, "height": 3}})", "it")); }}},
  };
  return all;
}

}  // namespace

std::vector<Refusal> refusals() {
  std::vector<Refusal> list;
  for (const auto& [name, refused] : cases()) list.push_back({name, refused.words});
  return list;
}

std::string sentenceOf(const std::string& name) { return cases().at(name).sentence(); }

}  // namespace retailor::parity
