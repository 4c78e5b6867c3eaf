#include "core/neural/weights/folder/weight_file_in.h"

#include <array>
#include <system_error>
#include <vector>

namespace retailor::weights {
namespace {

namespace fs = std::filesystem;

// diffusers' name, then transformers': for safetensors and for torch files.
constexpr std::array safetensorsBases{"diffusion_pytorch_model", "model"};
constexpr std::array torchBases{"diffusion_pytorch_model", "pytorch_model"};

std::vector<std::string> variantsFor(Precision preferred) {
  switch (preferred) {
    case Precision::Fp16: return {".fp16", "", ".bf16"};
    case Precision::Bf16: return {".bf16", "", ".fp16"};
    case Precision::Fp32: break;
  }
  return {"", ".fp16", ".bf16"};
}

// The file's own, and the index of its shards in the two orders of words that were ever published.
std::vector<std::string> namesOf(const std::string& base, const std::string& variant, const std::string& suffix) {
  return {base + variant + suffix, base + suffix + ".index" + variant + ".json", base + variant + suffix + ".index.json"};
}

// A link that leads nowhere counts: the user is told that its file is missing, not that there is none.
bool isEntry(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(file, ignored));
}

template <std::size_t count>
fs::path firstOf(const fs::path& folder, Precision preferred, const std::array<const char*, count>& bases, const std::string& suffix) {
  for (const std::string& variant : variantsFor(preferred))
    for (const char* base : bases)
      for (const std::string& name : namesOf(base, variant, suffix))
        if (isEntry(folder / name)) return folder / name;
  return {};
}

fs::path onlyOneIn(const fs::path& folder) {
  fs::path only;
  std::error_code problem;
  for (auto at = fs::directory_iterator(folder, problem); !problem && at != fs::directory_iterator(); at.increment(problem)) {
    if (!isWeightFileName(at->path())) continue;
    if (!only.empty()) return {};
    only = at->path();
  }
  return only;
}

std::string wantedIn(const fs::path& folder) {
  const std::string name = folder.filename().string();
  const bool isOfTransformers = name.ends_with("encoder") || name.ends_with("checker") || isEntry(folder / "preprocessor_config.json");
  return isOfTransformers ? "model.safetensors" : "diffusion_pytorch_model.safetensors";
}

}  // namespace

bool isWeightFileName(const fs::path& file) {
  const std::string suffix = file.extension().string();
  return suffix == ".safetensors" || suffix == ".bin" || suffix == ".pt" || suffix == ".pth" || suffix == ".ckpt";
}

fs::path wellNamedWeightFileIn(const fs::path& folder, Precision preferred) {
  fs::path file = firstOf(folder, preferred, safetensorsBases, ".safetensors");
  return file.empty() ? firstOf(folder, preferred, torchBases, ".bin") : file;
}

WeightFile weightFileIn(const fs::path& folder, Precision preferred) {
  fs::path file = wellNamedWeightFileIn(folder, preferred);
  return {file.empty() ? onlyOneIn(folder) : file, wantedIn(folder)};
}

}  // namespace retailor::weights
