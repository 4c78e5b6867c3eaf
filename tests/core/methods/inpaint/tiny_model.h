#pragma once

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <map>
#include <string>

#include "core/completion/completion_request.h"

namespace retailor::tests {

// A pipeline folder of a few megabytes, with weights made up from their names as tests/parity/networks/tiny_models.py does: every kind of
// layer, no knowledge of pictures. `channels`: 9 or 4, the U-Net's input; `more`: further settings of it, each with a comma behind. Throws
// when the disk refuses.
void writeTinyModel(const std::filesystem::path& folder, int channels, const std::string& more = {});

// Beside it a Reference U-Net for that U-Net, without what lies behind its last self-attention.
void writeTinyReferenceUnet(const std::filesystem::path& folder);

// Beside it an image encoder and a base IP-Adapter for that U-Net.
void writeTinyAdapter(const std::filesystem::path& folder);

// Self-attention for that U-Net as a list of layers, "0.to_q.weight", "8.to_q.weight", …, as CatVTON is published.
std::map<std::string, at::Tensor> tinyGarmentAttention();

// A model as MimicBrush is published, in that size: folder/mimicbrush/mimicbrush.bin with its parts in dictionaries, folder/image_encoder
// and folder/sd-vae-ft-mse; and the settings of its U-Nets, which are none of Stable Diffusion's.
void writeTinyImitationModel(const std::filesystem::path& folder);
// The tensors of that file.
std::map<std::string, at::Tensor> tinyImitationParts();

// A folder of the Paint by Example pipeline in that size.
void writeTinyExampleModel(const std::filesystem::path& folder);

// A folder of Parts2Whole in that size, as tests/parity/pipelines/parts_to_whole_goldens.py makes it.
void writeTinyPartsModel(const std::filesystem::path& folder);

// Two LoRAs for the model, as tests/parity/networks/tiny_models.py makes them: lora-kohya.safetensors and lora-peft.safetensors.
void writeTinyLoras(const std::filesystem::path& folder);

// The photo and mask of tests/parity/pipelines/inpaint_goldens.py, 128 × 128, and its settings: the whole window, 6 steps, guidance 5, seed
// 3, fp32 on the processor.
completion::CompletionRequest tinyRequest(const std::filesystem::path& model);

}  // namespace retailor::tests
