#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// A low-rank change of one layer's weight W: W + scale · (alpha / rank) · up · down.
struct LoraLayer {
  std::string component;  // "unet" or "text_encoder"
  std::string module;     // the layer's path in today's names, "down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q"
  TensorView down;        // [rank, in] or [rank, in, kh, kw]
  TensorView up;          // [out, rank] or [out, rank, 1, 1]
  double alpha = 0;       // the rank where the file names none
  std::int64_t rank() const { return down.shape.front(); }
  double ratio() const { return alpha / static_cast<double>(rank()); }
};

struct LoraFile {
  std::vector<LoraLayer> layers;
  std::vector<std::string> unmatched;  // names in the file that fit no layer: to be told, not ignored
};

// Reads a LoRA in the names of diffusers and peft, of older diffusers, or of kohya's scripts (with the layer names of diffusers or of the
// original layout). `unet` and `textEncoder` hold the weights it will change, under current names; either may be empty. Each pair's shapes
// are held against the weight they change. MissingWeights: no LoRA at all, or a kind that is not a plain low-rank product (LoHa, LoKr, OFT,
// DoRA), or one for SDXL.
Result<LoraFile> readLora(const WeightMap& file, const WeightMap& unet, const WeightMap& textEncoder);

}  // namespace retailor::weights
