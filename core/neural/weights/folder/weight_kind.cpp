#include "core/neural/weights/folder/weight_kind.h"

#include <algorithm>
#include <array>

#include "core/neural/weights/folder/attention_list.h"

namespace retailor::weights {
namespace {

bool anyStartsWith(const WeightMap& weights, std::string_view prefix) {
  const auto first = weights.tensors.lower_bound(prefix);
  return first != weights.tensors.end() && first->first.starts_with(prefix);
}

bool anyContains(const WeightMap& weights, std::string_view part) {
  return std::ranges::any_of(weights.tensors, [&](const auto& tensor) { return tensor.first.find(part) != std::string::npos; });
}

bool isLora(const WeightMap& weights) {
  static constexpr std::array signs{".lora_A.",   ".lora_B.", "lora_down.weight", "_lora.down.", ".lora.down.", "lora_linear_layer.down",
                                    ".hada_w1_a", ".lokr_w1"};
  return anyStartsWith(weights, "lora_") || std::ranges::any_of(signs, [&](const char* sign) { return anyContains(weights, sign); });
}

bool holds(const WeightMap& weights, std::string_view name) { return weights.find(name) != nullptr; }

WeightKind componentKindOf(const WeightMap& weights) {
  if (holds(weights, "conv_in.weight") && anyStartsWith(weights, "down_blocks.0.resnets")) return WeightKind::UNet;
  if (holds(weights, "encoder.conv_in.weight") && holds(weights, "quant_conv.weight")) return WeightKind::Autoencoder;
  if (holds(weights, "decoder.layers.0.weight") && anyStartsWith(weights, "encoder.layers.0.")) return WeightKind::TinyAutoencoder;
  if (holds(weights, "text_model.embeddings.token_embedding.weight") || holds(weights, "embeddings.token_embedding.weight"))
    return WeightKind::TextEncoder;
  const bool isVision = anyContains(weights, "vision_model.embeddings.") || holds(weights, "embeddings.patch_embedding.weight");
  return isVision ? WeightKind::ImageEncoder : WeightKind::Unknown;
}

}  // namespace

WeightKind weightKindOf(const WeightMap& weights) {
  if (anyStartsWith(weights, "model.diffusion_model.")) return WeightKind::Checkpoint;
  if (isLora(weights)) return WeightKind::Lora;
  if (anyStartsWith(weights, "image_proj.") && anyStartsWith(weights, "ip_adapter.")) return WeightKind::IpAdapter;
  if (anyContains(weights, ".to_k_dc.weight")) return WeightKind::DecoupledAttention;
  if (isAttentionList(weights)) return WeightKind::GarmentAttention;
  if (holds(weights, "unet.conv_in.weight")) return WeightKind::Bundle;
  return componentKindOf(weights);
}

std::string_view wordFor(WeightKind kind) {
  switch (kind) {
    case WeightKind::Checkpoint: return "checkpoint";
    case WeightKind::UNet: return "U-Net";
    case WeightKind::Autoencoder:
    case WeightKind::TinyAutoencoder: return "autoencoder";
    case WeightKind::TextEncoder: return "text encoder";
    case WeightKind::ImageEncoder: return "image encoder";
    case WeightKind::IpAdapter: return "IP-Adapter";
    case WeightKind::Lora: return "LoRA";
    case WeightKind::DecoupledAttention:
    case WeightKind::GarmentAttention: return "attention";
    case WeightKind::Bundle: return "bundle";
    case WeightKind::Unknown: break;
  }
  return "unknown";
}

std::string_view componentOf(WeightKind kind) {
  switch (kind) {
    case WeightKind::UNet: return "unet";
    case WeightKind::Autoencoder:
    case WeightKind::TinyAutoencoder: return "vae";
    case WeightKind::TextEncoder: return "text_encoder";
    case WeightKind::ImageEncoder: return "image_encoder";
    case WeightKind::GarmentAttention: return "attention";
    default: return {};
  }
}

}  // namespace retailor::weights
