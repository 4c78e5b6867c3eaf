// parity_probe MODULE --folder DIR --in F --out F [--device D] [--precision P] [--option key=value]...
// Runs one module of the networks on named tensors, so that the numbers can be held against another implementation's. In and out are
// safetensors.
#include <cstdio>

#include "core/neural/tensor/network_failure.h"
#include "core/neural/tensor/weight_tensor.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/safetensors/safetensors_writer.h"
#include "tests/parity/probe/component_of.h"
#include "tests/parity/probe/probe_modules.h"

namespace retailor::probe {
namespace {

int exitCode(FailureKind kind) {
  switch (kind) {
    case FailureKind::BadInput: return 2;
    case FailureKind::MissingWeights: return 3;
    case FailureKind::OutOfMemory: return 4;
    default: return 1;
  }
}

int ended(const Failure& failure) {
  std::fprintf(stderr, "parity_probe: %s\n", failure.sentence.c_str());
  return exitCode(failure.kind);
}

Failure unknownModule(const std::string& name) {
  std::string known;
  for (const auto& module : probeModules()) known += std::string(" ") + module.name;
  return badInput((name.empty() ? "No module is named" : "“" + name + "” is no module") + "; there are:" + known);
}

Tensors ran(const ProbeRequest& request) {
  for (const auto& module : probeModules())
    if (request.module == module.name) return module.run(request);
  throw ProbeFailure{unknownModule(request.module)};
}

Result<void> written(const std::filesystem::path& file, const Tensors& tensors) {
  std::map<std::string, weights::TensorView, std::less<>> views;
  for (const auto& [name, tensor] : tensors) views[name] = neural::viewOf(tensor);
  return weights::writeSafetensors(file, views);
}

int run(int count, char** words) {
  if (count < 2) return ended(unknownModule(""));
  const Result<ProbeRequest> request = readArguments(count, words);
  if (!request) return ended(request.failure());
  try {
    const Result<void> done = written(request->out, ran(*request));
    return done ? 0 : ended(done.failure());
  } catch (const ProbeFailure& thrown) {
    return ended(thrown.failure);
  } catch (...) {
    return ended(neural::failureBeingHandled(request->module));
  }
}

}  // namespace

Tensors tensorsIn(const ProbeRequest& request) {
  Tensors tensors;
  const auto file = weights::openWeights(request.in);
  if (!file) throw ProbeFailure{badInput(file.failure().sentence)};
  for (const auto& [name, view] : file->tensors) tensors[name] = neural::sharedTensor(view);
  return tensors;
}

weights::Component componentOf(const ProbeRequest& request, std::string_view name) {
  const auto precision = request.placement.type == at::kFloat  ? weights::Precision::Fp32
                         : request.placement.type == at::kHalf ? weights::Precision::Fp16
                                                               : weights::Precision::Bf16;
  return must(must(weights::ModelFolder::open(request.folder)).component(name, precision));
}

}  // namespace retailor::probe

int main(int count, char** words) { return retailor::probe::run(count, words); }
