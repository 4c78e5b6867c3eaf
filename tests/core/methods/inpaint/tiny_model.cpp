#include "tests/core/methods/inpaint/tiny_model.h"

#include <ATen/ATen.h>

#include <fstream>
#include <stdexcept>

#include "core/neural/models/autoencoder.h"
#include "core/neural/models/clip_text.h"
#include "core/neural/models/clip_vision.h"
#include "core/neural/models/paint_by_example_encoder.h"
#include "core/neural/models/reference_unet.h"
#include "tests/core/methods/inpaint/named_tensors.h"
#include "tests/support/name_seeded_weights.h"

namespace retailor::tests {
namespace {

namespace fs = std::filesystem;
using at::Tensor;
using neural::ModelSettings;
using support::nameSeeded;
using Tensors = NamedTensors;

constexpr const char* unetJson = R"({"_class_name":"UNet2DConditionModel",MORE"in_channels":CHANNELS,"out_channels":4,"sample_size":16,
  "block_out_channels":[32,64,96,96],"layers_per_block":2,"norm_num_groups":16,"cross_attention_dim":24,"attention_head_dim":4,
  "down_block_types":["CrossAttnDownBlock2D","CrossAttnDownBlock2D","CrossAttnDownBlock2D","DownBlock2D"],
  "up_block_types":["UpBlock2D","CrossAttnUpBlock2D","CrossAttnUpBlock2D","CrossAttnUpBlock2D"]})";
constexpr const char* vaeJson =
    R"({"_class_name":"AutoencoderKL","block_out_channels":[16,32,48,48],"layers_per_block":2,"norm_num_groups":16,
  "sample_size":128,"latent_channels":4,"scaling_factor":0.18215,
  "down_block_types":["DownEncoderBlock2D","DownEncoderBlock2D","DownEncoderBlock2D","DownEncoderBlock2D"],
  "up_block_types":["UpDecoderBlock2D","UpDecoderBlock2D","UpDecoderBlock2D","UpDecoderBlock2D"]})";
constexpr const char* textJson =
    R"({"architectures":["CLIPTextModel"],"vocab_size":2148,"hidden_size":24,"intermediate_size":48,"num_hidden_layers":3,
  "num_attention_heads":4,"max_position_embeddings":77,"hidden_act":"quick_gelu","bos_token_id":2146,"eos_token_id":2147})";
constexpr const char* visionJson =
    R"({"architectures":["CLIPVisionModelWithProjection"],"hidden_size":48,"intermediate_size":96,"num_hidden_layers":4,
  "num_attention_heads":4,"image_size":56,"patch_size":14,"projection_dim":32,"hidden_act":"gelu"})";
constexpr const char* exampleJson =
    R"({"architectures":["PaintByExampleImageEncoder"],"hidden_size":40,"intermediate_size":80,"num_hidden_layers":9,
  "num_attention_heads":4,"image_size":56,"patch_size":14,"projection_dim":24,"hidden_act":"quick_gelu"})";
constexpr const char* partsVisionJson =
    R"({"architectures":["CLIPVisionModelWithProjection"],"hidden_size":48,"intermediate_size":96,"num_hidden_layers":4,
  "num_attention_heads":4,"image_size":56,"patch_size":14,"projection_dim":24,"hidden_act":"quick_gelu"})";
constexpr const char* preprocessorJson =
    R"({"image_processor_type":"CLIPImageProcessor","size":{"shortest_edge":56},"crop_size":{"height":56,"width":56},"resample":3})";
constexpr const char* schedulerJson = R"({"_class_name":"PNDMScheduler","num_train_timesteps":1000,"beta_start":0.00085,"beta_end":0.012,
  "beta_schedule":"scaled_linear","steps_offset":1,"set_alpha_to_one":false,"skip_prk_steps":true})";

constexpr const char* partsSchedulerJson =
    R"({"_class_name":"DDIMScheduler","num_train_timesteps":1000,"beta_start":0.00085,"beta_end":0.012,
  "beta_schedule":"linear","steps_offset":1,"clip_sample":false,"set_alpha_to_one":false})";

void writeText(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

// Every tensor that a network asks for while it is built, made up from `prefix` and its name.
template <class Network, class Settings>
Tensors askedFor(const Settings& settings, const std::string& prefix) {
  Tensors tensors;
  const auto lookup = [&](const std::string& name, at::IntArrayRef shape) { return tensors[name] = nameSeeded(prefix + name, shape); };
  const Network network(neural::WeightSource(lookup, {}), settings);
  return tensors;
}

template <class Network, class Settings>
void writeNetwork(const fs::path& folder, const char* file, const std::string& json, const std::string& prefix = {}) {
  writeText(folder / "config.json", json);
  writeTensors(folder / file, askedFor<Network>(Settings::read(ModelSettings(json, "test")), prefix));
}

std::string unetSettings(int channels, const std::string& more) {
  std::string json = unetJson;
  json.replace(json.find("CHANNELS"), 8, std::to_string(channels));
  return json.replace(json.find("MORE"), 4, more);
}

// What every model that reads words has.
void writeBase(const fs::path& folder, const std::string& unet, const char* scheduler) {
  writeNetwork<neural::Unet, neural::UnetSettings>(folder / "unet", "diffusion_pytorch_model.safetensors", unet);
  writeNetwork<neural::Autoencoder, neural::AutoencoderSettings>(folder / "vae", "diffusion_pytorch_model.safetensors", vaeJson);
  writeNetwork<neural::ClipText, neural::ClipTextSettings>(folder / "text_encoder", "model.safetensors", textJson);
  writeText(folder / "scheduler" / "scheduler_config.json", scheduler);
  fs::create_directories(folder / "tokenizer");
  for (const char* name : {"vocab.json", "merges.txt", "special_tokens_map.json", "tokenizer_config.json"})
    fs::copy_file(fs::path(RETAILOR_SOURCE_DIR "/tests/parity/tokenizer/small_vocabulary") / name, folder / "tokenizer" / name);
}

// Down, up, middle, as the U-Net lists its cross-attention: where it lies, and how wide it is.
const std::vector<std::pair<std::string, std::int64_t>>& crossAttention() {
  static const auto layers = [] {
    std::vector<std::pair<std::string, std::int64_t>> all;
    const auto add = [&all](const std::string& block, int count, std::int64_t width) {
      for (int i = 0; i < count; ++i) all.emplace_back(block + ".attentions." + std::to_string(i) + ".transformer_blocks.0.attn2", width);
    };
    add("down_blocks.0", 2, 32), add("down_blocks.1", 2, 64), add("down_blocks.2", 2, 96);
    add("up_blocks.1", 3, 96), add("up_blocks.2", 3, 64), add("up_blocks.3", 3, 32), add("mid_block", 1, 96);
    return all;
  }();
  return layers;
}

Tensors poseGuider() {
  Tensors tensors;
  const auto add = [&tensors](const std::string& layer, std::int64_t in, std::int64_t out) {
    tensors[layer + ".weight"] = nameSeeded("pose_guider." + layer + ".weight", {out, in, 3, 3});
    tensors[layer + ".bias"] = nameSeeded("pose_guider." + layer + ".bias", {out});
  };
  add("conv_in", 3, 4), add("conv_out", 12, 32);
  int index = 0;
  for (const auto& [in, out] : {std::pair{4, 4}, {4, 6}, {6, 6}, {6, 8}, {8, 8}, {8, 12}})
    add("blocks." + std::to_string(index++), in, out);
  return tensors;
}

}  // namespace

void writeTinyModel(const fs::path& folder, int channels, const std::string& more) {
  writeText(folder / "model_index.json", R"({"_class_name":"StableDiffusionInpaintPipeline","unet":["diffusers","UNet2DConditionModel"],
    "vae":["diffusers","AutoencoderKL"],"text_encoder":["transformers","CLIPTextModel"],"tokenizer":["transformers","CLIPTokenizer"],
    "scheduler":["diffusers","PNDMScheduler"]})");
  writeBase(folder, unetSettings(channels, more), schedulerJson);
}

void writeTinyPartsModel(const fs::path& folder) {
  writeText(folder / "model_index.json", R"({"_class_name":"Refs2ImagePipeline","unet":["diffusers","UNet2DConditionModel"]})");
  writeBase(folder, unetSettings(4, {}), partsSchedulerJson);
  writeNetwork<neural::ReferenceUnet, neural::UnetSettings>(folder / "reference_unet", "diffusion_pytorch_model.safetensors",
                                                            unetSettings(4, {}), "reference_unet.");
  writeNetwork<neural::ClipVision, neural::ClipVisionSettings>(folder / "image_encoder", "model.safetensors", partsVisionJson);
  writeText(folder / "feature_extractor" / "preprocessor_config.json", preprocessorJson);
  writeText(folder / "pose_guider" / "config.json", R"({"_class_name":"PoseGuider"})");
  writeTensors(folder / "pose_guider" / "diffusion_pytorch_model.safetensors", poseGuider());
  Tensors decoupled;
  for (const auto& [layer, width] : crossAttention())
    for (const char* part : {".processor.to_k_dc.weight", ".processor.to_v_dc.weight"})
      decoupled[layer + part] = nameSeeded(layer + part, {width, 24});
  writeTensors(folder / "decoupled_attn.pth", decoupled);
}

void writeTinyExampleModel(const fs::path& folder) {
  writeText(folder / "model_index.json", R"({"_class_name":"PaintByExamplePipeline","unet":["diffusers","UNet2DConditionModel"],
    "vae":["diffusers","AutoencoderKL"],"image_encoder":["paint_by_example","PaintByExampleImageEncoder"],
    "scheduler":["diffusers","PNDMScheduler"]})");
  writeNetwork<neural::Unet, neural::UnetSettings>(folder / "unet", "diffusion_pytorch_model.safetensors", unetSettings(9, {}));
  writeNetwork<neural::Autoencoder, neural::AutoencoderSettings>(folder / "vae", "diffusion_pytorch_model.safetensors", vaeJson);
  writeNetwork<neural::PaintByExampleEncoder, neural::ClipVisionSettings>(folder / "image_encoder", "model.safetensors", exampleJson);
  writeText(folder / "feature_extractor" / "preprocessor_config.json", preprocessorJson);
  writeText(folder / "scheduler" / "scheduler_config.json", schedulerJson);
}

void writeTinyReferenceUnet(const fs::path& folder) {
  writeNetwork<neural::ReferenceUnet, neural::UnetSettings>(folder / "reference_unet", "diffusion_pytorch_model.safetensors",
                                                            unetSettings(4, {}));
}

NamedTensors tinyGarmentAttention() {
  NamedTensors tensors;
  constexpr int apart = 8;
  int number = 0;
  for (const auto& [place, width] : crossAttention()) {  // its self-attention lies beside it
    const std::string layer = std::to_string(number) + ".";
    for (const char* part : {"to_q.weight", "to_k.weight", "to_v.weight", "to_out.0.weight"})
      tensors[layer + part] = nameSeeded(layer + part, {width, width});
    tensors[layer + "to_out.0.bias"] = nameSeeded(layer + "to_out.0.bias", {width});
    number += apart;
  }
  return tensors;
}

NamedTensors tinyImitationParts() {
  const auto settingsOf = [](int channels) { return neural::UnetSettings::read(ModelSettings(unetSettings(channels, {}), "test")); };
  const auto vision = neural::ClipVisionSettings::read(ModelSettings(visionJson, "test"));
  NamedTensors all;
  const auto addDictionary = [&all](const std::string& name, const Tensors& tensors) {
    for (const auto& [own, tensor] : tensors) all[name + own] = tensor;
  };
  addDictionary("unet.", askedFor<neural::Unet>(settingsOf(13), "unet."));
  addDictionary("referencenet.", askedFor<neural::ReferenceUnet>(settingsOf(4), "referencenet."));
  addDictionary("image_encoder.", askedFor<neural::ClipVision>(vision, "image_encoder."));
  const auto add = [&all](const std::string& name, at::IntArrayRef shape) { all[name] = nameSeeded(name, shape); };
  add("image_proj.projector.weight", {24, 48});
  add("image_proj.projector.bias", {24});
  const auto addFilter = [&](const std::string& layer, std::int64_t in, std::int64_t out) {
    add("depth_guider." + layer + ".weight", {out, in, 3, 3});
    add("depth_guider." + layer + ".bias", {out});
  };
  constexpr std::array<std::int64_t, 7> widths{8, 8, 12, 12, 16, 16, 20};
  addFilter("conv_in", 1, widths.front());
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) addFilter("blocks." + std::to_string(i), widths.at(i), widths.at(i + 1));
  addFilter("conv_out", widths.back(), 4);
  return all;
}

void writeTinyImitationModel(const fs::path& folder) {
  writeTensors(folder / "mimicbrush" / "mimicbrush.bin", tinyImitationParts());
  writeText(folder / "image_encoder" / "config.json", visionJson);
  writeText(folder / "unet" / "config.json", unetSettings(13, {}));
  writeText(folder / "reference_unet" / "config.json", unetSettings(4, {}));
  writeNetwork<neural::Autoencoder, neural::AutoencoderSettings>(folder / "sd-vae-ft-mse", "diffusion_pytorch_model.safetensors", vaeJson);
}

void writeTinyAdapter(const fs::path& folder) {
  writeNetwork<neural::ClipVision, neural::ClipVisionSettings>(folder / "image_encoder", "model.safetensors", visionJson);
  writeText(folder / "feature_extractor" / "preprocessor_config.json", preprocessorJson);
  Tensors tensors;
  const auto add = [&tensors](const std::string& name, at::IntArrayRef shape) { tensors[name] = nameSeeded(name, shape); };
  add("image_proj.proj.weight", {96, 32});
  add("image_proj.proj.bias", {96});
  add("image_proj.norm.weight", {24});
  add("image_proj.norm.bias", {24});
  int number = 1;
  for (const auto& [layer, width] : crossAttention()) {
    for (const char* part : {"to_k_ip", "to_v_ip"}) add("ip_adapter." + std::to_string(number) + "." + part + ".weight", {width, 24});
    number += 2;
  }
  writeTensors(folder / "ip-adapter-base.safetensors", tensors);
}

void writeTinyLoras(const fs::path& folder) {
  Tensors kohya, peft;
  const auto add = [](Tensors& tensors, const std::string& name, at::IntArrayRef shape) { tensors[name] = nameSeeded(name, shape); };
  const auto addKohya = [&](const std::string& layer, std::int64_t in, std::int64_t out) {
    const bool isConvolution = layer.ends_with("proj_in");
    add(kohya, layer + ".lora_down.weight", isConvolution ? std::vector<std::int64_t>{4, in, 1, 1} : std::vector<std::int64_t>{4, in});
    add(kohya, layer + ".lora_up.weight", isConvolution ? std::vector<std::int64_t>{out, 4, 1, 1} : std::vector<std::int64_t>{out, 4});
    kohya[layer + ".alpha"] = at::scalar_tensor(2.0, at::kFloat);
  };
  addKohya("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q", 32, 32);
  addKohya("lora_unet_down_blocks_1_attentions_1_transformer_blocks_0_attn2_to_k", 24, 64);
  addKohya("lora_unet_mid_block_attentions_0_transformer_blocks_0_ff_net_0_proj", 96, 768);
  addKohya("lora_unet_up_blocks_3_attentions_2_proj_in", 32, 32);
  addKohya("lora_te_text_model_encoder_layers_1_self_attn_out_proj", 24, 24);
  const auto addPeft = [&](const std::string& layer, std::int64_t in, std::int64_t out) {
    add(peft, layer + ".lora_A.weight", {3, in});
    add(peft, layer + ".lora_B.weight", {out, 3});
  };
  addPeft("unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q", 32, 32);
  addPeft("unet.up_blocks.2.attentions.1.transformer_blocks.0.attn2.to_out.0", 64, 64);
  addPeft("text_encoder.text_model.encoder.layers.0.self_attn.v_proj", 24, 24);
  writeTensors(folder / "lora-kohya.safetensors", kohya);
  writeTensors(folder / "lora-peft.safetensors", peft);
}

completion::CompletionRequest tinyRequest(const fs::path& model) {
  constexpr int side = 128;
  image::Bitmap pixels({side, side}, 3, image::SampleType::U8);
  const auto span = pixels.span<std::uint8_t>();
  mask::Mask mask(image::Size{side, side});
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const std::array<int, 3> colour{2 * x, 2 * y, x + y};
      for (std::size_t c = 0; c < 3; ++c) span.pixel(x, y)[c] = static_cast<std::uint8_t>(colour[c] % 256);
      mask.row(y)[x] = x >= 30 && x < 100 && y >= 40 && y < 90 ? 255 : 0;
    }
  completion::CompletionRequest request;
  auto photo = std::make_shared<image::Photo>();
  photo->pixels = std::move(pixels);
  request.photo = photo;
  request.mask = std::make_shared<mask::Mask>(mask);
  request.modelFolders.named = {model.string()};
  request.settings.method = "inpaint";
  request.settings.prompt = "a red coat, 2 buttons";
  request.settings.steps = 6;
  request.settings.guidance = 5;
  request.settings.seed = 3;
  request.settings.device = "cpu";
  request.settings.window = completion::WindowChoice::Whole;
  return request;
}

}  // namespace retailor::tests
