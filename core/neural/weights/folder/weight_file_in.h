#pragma once

#include <filesystem>
#include <string>

namespace retailor::weights {

enum class Precision { Fp32, Fp16, Bf16 };  // which variant of a weight file is taken where several lie side by side

// Which file of a component's folder holds its weights.
struct WeightFile {
  std::filesystem::path file;  // an index where there are shards; empty: there is none
  std::string wanted;          // the name of the file to put there, by what kind of folder it is
};

// safetensors before torch files; the preferred variant (fp16, bf16), then the plain file, then any other variant; diffusers' and
// transformers' names first, then, where a folder holds just one weight file, that one.
WeightFile weightFileIn(const std::filesystem::path& componentFolder, Precision preferred);

// The same, but only by the names that diffusers and transformers give; empty: there is none.
std::filesystem::path wellNamedWeightFileIn(const std::filesystem::path& componentFolder, Precision preferred);

// Whether a file's name ends as weight files' do: .safetensors, .bin, .pt, .pth, .ckpt.
bool isWeightFileName(const std::filesystem::path& file);

}  // namespace retailor::weights
