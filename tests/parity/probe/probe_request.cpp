#include "tests/parity/probe/probe_request.h"

#include <set>

#include "core/neural/tensor/device_choice.h"

namespace retailor::probe {
namespace {

const std::set<std::string, std::less<>> given{"--folder", "--in", "--out", "--device", "--precision", "--option"};

Result<at::ScalarType> precisionNamed(const std::string& word) {
  static const std::map<std::string, at::ScalarType> known{
      {"auto", at::kFloat}, {"fp32", at::kFloat}, {"fp16", at::kHalf}, {"bf16", at::kBFloat16}};
  const auto found = known.find(word);
  return found != known.end() ? Result(found->second) : badInput("--precision is fp32, fp16 or bf16, not “" + word + "”.");
}

Result<at::Device> deviceNamed(const std::string& word) {
  if (word == "cpu") return at::Device(at::kCPU);
  if (word != "cuda" && word != "auto") return badInput("--device is auto, cpu or cuda, not “" + word + "”.");
  const neural::Devices devices = neural::findDevices();
  if (devices.usable.back().key == "cuda") return at::Device(at::kCUDA, 0);
  return word == "auto" ? Result(at::Device(at::kCPU)) : badInput(devices.whyNoCuda + " Leave --device out.");
}

void readOption(const std::string& text, ProbeRequest& request) {
  const auto sign = text.find('=');
  if (sign == std::string::npos) throw ProbeFailure{badInput("--option takes key=value, not “" + text + "”.")};
  request.options[text.substr(0, sign)] = text.substr(sign + 1);
}

ProbeRequest readAll(int count, char** words) {
  ProbeRequest request;
  std::map<std::string, std::string> values;
  request.module = count > 1 ? words[1] : "";
  for (int i = 2; i < count; i += 2) {
    const std::string name = words[i];
    if (!given.contains(name)) throw ProbeFailure{badInput("“" + name + "” is no option of parity_probe.")};
    if (i + 1 == count) throw ProbeFailure{badInput(name + " wants a value.")};
    if (name == "--option")
      readOption(words[i + 1], request);
    else
      values[name] = words[i + 1];
  }
  for (const char* name : {"--folder", "--in", "--out"})
    if (!values.contains(name)) throw ProbeFailure{badInput(std::string(name) + " is missing.")};
  request.folder = values["--folder"];
  request.in = values["--in"];
  request.out = values["--out"];
  request.placement.type = must(precisionNamed(values.contains("--precision") ? values["--precision"] : "fp32"));
  request.placement.device = must(deviceNamed(values.contains("--device") ? values["--device"] : "cpu"));
  return request;
}

}  // namespace

std::string ProbeRequest::option(std::string_view name, const std::string& absent) const {
  const auto found = options.find(name);
  return found == options.end() ? absent : found->second;
}

Result<ProbeRequest> readArguments(int count, char** words) {
  try {
    return readAll(count, words);
  } catch (const ProbeFailure& thrown) {
    return thrown.failure;
  }
}

const at::Tensor& needed(const Tensors& tensors, std::string_view name) {
  const auto found = tensors.find(name);
  if (found == tensors.end()) throw ProbeFailure{badInput("The tensor " + std::string(name) + " is not in the file given with --in.")};
  return found->second;
}

}  // namespace retailor::probe
