#pragma once

#include <ATen/core/Tensor.h>

#include <functional>

#include "core/metrics/networks/judge.h"
#include "core/neural/tensor/clip_preprocess.h"

namespace retailor::metrics {

// pixels [1, 3, side, side] -> an embedding [1, n]
using Embed = std::function<at::Tensor(const at::Tensor& pixels)>;

// The embedding of a picture, made the network's size as `preprocess` says.
Result<at::Tensor> embeddingOf(const image::Bitmap& picture, const neural::ClipPreprocess& preprocess, const Embed& embed);

// The cosine of two embeddings [1, n].
Result<double> cosineOf(const Result<at::Tensor>& one, const Result<at::Tensor>& other);

// The cosine of result and truth: whole, by the network's own preprocessing, and of the crop around the mask, resized to the network's
// input without losing its edges.
void addPair(const std::string& metric, const JudgedPicture& picture, const neural::ClipPreprocess& preprocess, const Embed& embed,
             Verdict& verdict);

}  // namespace retailor::metrics
