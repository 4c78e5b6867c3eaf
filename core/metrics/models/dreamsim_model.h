#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace retailor::metrics {

// Kinds of vision transformers that DreamSim is built on. They differ in preprocessing, activation and what is taken of them.
enum class DreamSimNetwork { Dino, DinoV2, Clip, OpenClip };

// One transformer of a DreamSim, before its adapter has changed it.
struct DreamSimTrunk {
  DreamSimNetwork network = DreamSimNetwork::Dino;
  std::filesystem::path file;
};

// A published DreamSim (Fu et al. 2023): vision transformers, and one adapter that was tuned on people's choices over all of them.
struct DreamSimModel {
  std::string name;                   // "ensemble", "dino_vitb16", …; empty: none was found
  std::filesystem::path adapter;      // the folder of adapter_config.json and adapter_model.safetensors or .bin
  std::vector<DreamSimTrunk> trunks;  // in the adapter's order
  std::filesystem::path lacking;      // a file that is still to be put there; empty: complete

  bool isComplete() const { return !name.empty() && lacking.empty(); }
  std::string whyNot() const;  // why it cannot be measured with, no full stop; empty: it can
  std::filesystem::path adapterFile() const;
};

// The ensemble of three transformers, which papers mean by DreamSim, in a folder that the published archive was unpacked into; nothing
// where its adapter does not lie there. `dino`: DINO's ViT-B/16, which is not in the archive, from elsewhere; may be empty.
std::optional<DreamSimModel> dreamSimEnsembleIn(const std::filesystem::path& folder, const std::filesystem::path& dino);

// The same for the published models of one transformer, the first of them.
std::optional<DreamSimModel> dreamSimSingleIn(const std::filesystem::path& folder, const std::filesystem::path& dino);

}  // namespace retailor::metrics
