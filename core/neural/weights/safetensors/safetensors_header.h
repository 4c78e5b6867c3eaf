#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/neural/weights/tensor_view.h"
#include "core/result.h"

namespace retailor::weights {

// What the JSON at a safetensors file's start declares of one tensor; begin and end count from the data's start.
struct DeclaredTensor {
  std::string name;
  Element element = Element::F32;
  Shape shape;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

struct SafetensorsHeader {
  std::vector<DeclaredTensor> tensors;  // by begin
  std::map<std::string, std::string, std::less<>> metadata;
  std::uint64_t dataStart = 0;  // in the file
};

// The header of a file with these bytes, held to every rule of the format: a length of at most 100,000,000 that lies within the file;
// strict JSON without a name twice; known element types; at most 100,000 tensors of at most 8 sides; sizes that multiply without overflow
// to the bytes declared; data from 0 to the file's end without gap or overlap; metadata of strings. Unknown fields of a tensor are passed
// over. `file` is for the sentence.
Result<SafetensorsHeader> readSafetensorsHeader(std::span<const std::byte> bytes, const std::filesystem::path& file);

}  // namespace retailor::weights
