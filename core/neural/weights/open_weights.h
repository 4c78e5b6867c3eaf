#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "core/neural/weights/weight_map.h"
#include "core/result.h"

namespace retailor::weights {

// Opens a weight file by what it holds, whatever its suffix says: safetensors; the index of a sharded set (*.index.json,
// *.index.fp16.json); torch's zip archive and its older stream (.bin, .pt, .pth, .ckpt). The file is mapped, not loaded. Every length and
// offset has been checked when this returns. Nothing in a file can make this run code: pickles are read by a machine that knows tensors,
// dictionaries and storages. Dictionaries inside a pickle become prefixes: a "unet" dictionary's "conv_in.weight" is "unet.conv_in.weight";
// a top-level "state_dict" is entered without a prefix. MissingWeights failures: the file is absent, or refused, with the reason.
Result<WeightMap> openWeights(const std::filesystem::path& file);

// "safetensors", "torch archive", "torch stream" or "shards": what openWeights takes the file for. For a list.
std::string formatOf(const std::filesystem::path& file);

// Whether every floating number of the tensor is finite. Reads it whole.
bool isFinite(const TensorView& tensor);

// MissingWeights names the file and the first tensor that holds an infinity or no number. Reads every byte: a second or so for a gigabyte
// that lies in memory. Ends early, with success, when stopped.
Result<void> requireFinite(const WeightMap& weights, const std::stop_token& stop);

}  // namespace retailor::weights
