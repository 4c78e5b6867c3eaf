#pragma once

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <initializer_list>
#include <string>

#include "core/neural/tensor/placement.h"
#include "core/neural/weights/folder/model_folder.h"

// Texts that are equal where what they stand for is: what encoded references are known by.
namespace retailor::diffusion {

std::string keyOf(std::initializer_list<std::string> parts);
std::string keyOf(double number);
std::string keyOf(const std::filesystem::path& file);  // its place, size and date; a file that is not there has a key too
std::string keyOf(const at::Tensor& numbers);          // F32 on the processor: shape and SHA-256; undefined ones have a key too

// A network as it computes: weights and settings, where, in which type, and on how many threads, for sums are rounded by their shares.
std::string keyOf(const weights::Component& component, const neural::Placement& placement);

}  // namespace retailor::diffusion
