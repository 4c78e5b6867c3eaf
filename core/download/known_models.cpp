#include "core/download/model_catalogue.h"

namespace retailor::download {
namespace {

CatalogueFile file(const char* path) { return {path, {}, false}; }
CatalogueFile optional(const char* path) { return {path, {}, true}; }

std::vector<CatalogueFile> diffusionFiles() {
  return {file("model_index.json"),
          file("scheduler/scheduler_config.json"),
          file("text_encoder/config.json"),
          file("text_encoder/model.fp16.safetensors"),
          file("tokenizer/merges.txt"),
          file("tokenizer/vocab.json"),
          file("tokenizer/special_tokens_map.json"),
          file("tokenizer/tokenizer_config.json"),
          file("unet/config.json"),
          file("unet/diffusion_pytorch_model.fp16.safetensors"),
          file("vae/config.json"),
          file("vae/diffusion_pytorch_model.fp16.safetensors"),
          optional("README.md")};
}

std::vector<CatalogueFile> exemplarFiles() {
  return {file("model_index.json"),
          file("feature_extractor/preprocessor_config.json"),
          file("image_encoder/config.json"),
          file("image_encoder/model.safetensors"),
          file("scheduler/scheduler_config.json"),
          file("unet/config.json"),
          file("unet/diffusion_pytorch_model.safetensors"),
          file("vae/config.json"),
          file("vae/diffusion_pytorch_model.safetensors"),
          optional("README.md")};
}

std::vector<CatalogueFile> autoencoderFiles() {
  return {file("config.json"), file("diffusion_pytorch_model.safetensors"), optional("README.md")};
}

}  // namespace

std::vector<CatalogueModel> knownModels() {
  const std::vector<CatalogueFile> adapter{file("models/image_encoder/config.json"), file("models/image_encoder/model.safetensors"),
                                           file("models/ip-adapter-plus_sd15.safetensors"), optional("README.md")};
  return {
      {"inpainting", "completes what is masked, from a prompt", "stable-diffusion-v1-5/stable-diffusion-inpainting", "main",
       "creativeml-openrail-m", diffusionFiles()},
      {"stable-diffusion-1.5", "the base that adapters and LoRAs are made for", "stable-diffusion-v1-5/stable-diffusion-v1-5", "main",
       "creativeml-openrail-m", diffusionFiles()},
      // The branch main holds pickles only.
      {"paint-by-example", "completes what is masked, from a picture", "Fantasy-Studio/Paint-by-Example", "refs/pr/3",
       "creativeml-openrail-m", exemplarFiles()},
      {"ip-adapter-plus", "lets a picture steer a base model", "h94/IP-Adapter", "main", "apache-2.0", adapter},
      {"vae-ft-mse", "an autoencoder that keeps faces better", "stabilityai/sd-vae-ft-mse", "main", "mit", autoencoderFiles()},
      {"taesd", "a small autoencoder for previews", "madebyollin/taesd", "main", "mit", autoencoderFiles()},
  };
}

}  // namespace retailor::download
