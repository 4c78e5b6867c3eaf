#include "core/metrics/models/dreamsim_model.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "core/neural/weights/open_weights.h"

namespace retailor::metrics {
namespace {

namespace fs = std::filesystem;

struct PublishedTrunk {
  DreamSimNetwork network;
  std::string_view stem, ending;  // of the file's name
};

struct PublishedDreamSim {
  std::string_view name, adapter;
  std::array<PublishedTrunk, 3> trunks;  // without a stem: there are fewer
};

constexpr PublishedTrunk kDino{DreamSimNetwork::Dino, "dino_vitbase16_pretrain", ".pth"};
constexpr PublishedDreamSim kEnsemble{"ensemble",
                                      "ensemble_lora",
                                      {kDino,
                                       {DreamSimNetwork::Clip, "clip_vitb16_pretrain", ".pth.tar"},
                                       {DreamSimNetwork::OpenClip, "open_clip_vitb16_pretrain", ".pth.tar"}}};
constexpr std::array<PublishedDreamSim, 4> kSingles{
    {{"dino_vitb16", "dino_vitb16_single_lora", {kDino}},
     {"dinov2_vitb14", "dinov2_vitb14_single_lora", {{{DreamSimNetwork::DinoV2, "dinov2_vitb14_pretrain", ".pth"}}}},
     {"clip_vitb32", "clip_vitb32_single_lora", {{{DreamSimNetwork::Clip, "clip_vitb32_pretrain", ".pth.tar"}}}},
     {"open_clip_vitb32", "open_clip_vitb32_single_lora", {{{DreamSimNetwork::OpenClip, "open_clip_vitb32_pretrain", ".pth.tar"}}}}}};

bool isThere(const fs::path& file) {
  std::error_code ignored;
  return fs::is_regular_file(file, ignored);
}

// The archive's dino_vitb16_pretrain.pth is what training left: the published DINO is the teacher in it, where it has one.
bool holdsTeacher(const fs::path& file) {
  if (!isThere(file)) return false;
  const auto weights = weights::openWeights(file);
  return weights && std::ranges::any_of(weights->tensors, [](const auto& one) {
           return one.first == "teacher.backbone.cls_token" || one.first == "teacher.module.backbone.cls_token";
         });
}

fs::path trunkFile(const fs::path& folder, const PublishedTrunk& trunk, const fs::path& dino) {
  for (const fs::path& place : {folder, folder / "checkpoints"})
    for (const std::string_view ending : {trunk.ending, std::string_view(".safetensors")})
      if (fs::path file = place / (std::string(trunk.stem) + std::string(ending)); isThere(file)) return file;
  if (trunk.network != DreamSimNetwork::Dino) return {};
  if (!dino.empty()) return dino;
  const fs::path trained = folder / "dino_vitb16_pretrain.pth";
  return holdsTeacher(trained) ? trained : fs::path();
}

std::optional<DreamSimModel> modelIn(const fs::path& folder, const PublishedDreamSim& published, const fs::path& dino) {
  DreamSimModel model{.name = std::string(published.name), .adapter = folder / published.adapter, .trunks = {}, .lacking = {}};
  if (!isThere(model.adapter / "adapter_config.json")) return std::nullopt;
  if (!isThere(model.adapterFile())) model.lacking = model.adapter / "adapter_model.safetensors";
  for (const PublishedTrunk& trunk : published.trunks) {
    if (trunk.stem.empty()) continue;
    model.trunks.push_back({trunk.network, trunkFile(folder, trunk, dino)});
    if (model.trunks.back().file.empty()) model.lacking = folder / (std::string(trunk.stem) + std::string(trunk.ending));
  }
  return model;
}

}  // namespace

std::string DreamSimModel::whyNot() const {
  if (name.empty()) return "model not installed";
  return lacking.empty() ? "" : "model not installed: " + lacking.string() + " is missing";
}

fs::path DreamSimModel::adapterFile() const {
  const fs::path torchFile = adapter / "adapter_model.bin", file = adapter / "adapter_model.safetensors";
  return !isThere(file) && isThere(torchFile) ? torchFile : file;
}

std::optional<DreamSimModel> dreamSimEnsembleIn(const fs::path& folder, const fs::path& dino) { return modelIn(folder, kEnsemble, dino); }

std::optional<DreamSimModel> dreamSimSingleIn(const fs::path& folder, const fs::path& dino) {
  std::optional<DreamSimModel> first;
  for (const PublishedDreamSim& single : kSingles)
    if (auto model = modelIn(folder, single, dino); model && (!first || (model->isComplete() && !first->isComplete()))) first = model;
  return first;
}

}  // namespace retailor::metrics
