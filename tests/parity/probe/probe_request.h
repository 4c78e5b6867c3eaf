#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/neural/tensor/placement.h"
#include "core/result.h"

namespace retailor::probe {

using Tensors = std::map<std::string, at::Tensor, std::less<>>;

// One call of the program.
struct ProbeRequest {
  std::string module;
  std::filesystem::path folder, in, out;
  neural::Placement placement;
  std::map<std::string, std::string, std::less<>> options;

  std::string option(std::string_view name, const std::string& absent) const;
};

// What a module may throw: ends the program with the failure's sentence.
struct ProbeFailure {
  Failure failure;
};

// The value, or the end of the program.
template <class T>
T must(Result<T> result) {
  if (!result) throw ProbeFailure{result.failure()};
  return std::move(result).value();
}

// BadInput failures name what the command line lacks.
Result<ProbeRequest> readArguments(int count, char** words);

// The tensor of that name in the file given with --in.
const at::Tensor& needed(const Tensors& tensors, std::string_view name);

}  // namespace retailor::probe
