#include "tests/parity/networks/golden_cases.h"

#include <c10/core/InferenceMode.h>

#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"
#include "tests/parity/networks/golden_case.h"

namespace retailor::parity {
namespace {

constexpr double huge = 1e30;
constexpr std::int64_t mostKept = 4096;

const weights::WeightMap& goldens() {
  static const weights::WeightMap both = [] {
    const std::string folder = std::string(RETAILOR_SOURCE_DIR) + "/tests/parity/networks/";
    weights::WeightMap all = weights::openWeights(folder + "goldens.safetensors").value();
    for (const char* file : {"complete_me_goldens.safetensors", "parser_goldens.safetensors"}) {
      weights::WeightMap more = weights::openWeights(folder + file).value();
      all.tensors.merge(more.tensors);
      all.metadata.merge(more.metadata);
    }
    return all;
  }();
  return both;
}

const CaseTable& cases() {
  static const CaseTable all = [] {
    CaseTable table;
    for (CaseTable part :
         {unetCases(), partCases(), imagePromptCases(), autoencoderCases(), clipCases(), pictureCases(), completeMeCases(), parserCases()})
      table.merge(part);
    return table;
  }();
  return all;
}

// As make_network_goldens.py keeps it: at most 4096 numbers, evenly apart.
at::Tensor thinned(const at::Tensor& output) {
  const at::Tensor flat = output.contiguous().reshape({-1});
  return flat.slice(0, 0, flat.size(0), std::max<std::int64_t>(1, flat.size(0) / mostKept));
}

double difference(const at::Tensor& output, const at::Tensor& golden) {
  const at::Tensor own = thinned(output).to(at::kDouble), its = golden.to(at::kDouble);
  if (own.sizes() != its.sizes()) return huge;
  const double apart = (own - its).abs().max().item<double>();
  return its.numel() < 2 ? apart : apart / std::max(1e-9, its.std().item<double>());
}

Comparison comparedOutput(const std::string& name, const std::string& output, const at::Tensor& tensor) {
  // The same network by faster operators has the same golden.
  const std::string stored = name.starts_with("fast-") ? name.substr(5) : name;
  const weights::TensorView* golden = goldens().find(stored + "/" + output);
  return golden != nullptr ? Comparison{output, difference(tensor, neural::sharedTensor(*golden))}
                           : Comparison{"no golden " + output, huge};
}

}  // namespace

std::string settingsText(const std::string& model) { return goldens().metadata.at(model); }

neural::ModelSettings settingsOf(const std::string& model) { return {settingsText(model), model}; }

std::vector<std::string> goldenCases() {
  std::vector<std::string> names;
  for (const auto& [name, run] : cases()) names.push_back(name);
  return names;
}

std::vector<Comparison> compared(const std::string& name) {
  try {
    const c10::InferenceMode inference;
    std::vector<Comparison> comparisons;
    for (const auto& [output, tensor] : cases().at(name)()) comparisons.push_back(comparedOutput(name, output, tensor));
    return comparisons;
  } catch (const std::exception& error) {
    return {{error.what(), huge}};
  }
}

}  // namespace retailor::parity
