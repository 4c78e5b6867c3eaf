#include "core/metrics/models/metric_models.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <system_error>

#include "core/neural/weights/folder/hub_cache.h"
#include "core/neural/weights/folder/weight_file_in.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::metrics {
namespace {

namespace fs = std::filesystem;
using weights::Shape;

constexpr int kDeepest = 3;                   // folders below one that is searched
constexpr std::size_t kMostEntries = 10'000;  // of one folder

std::string lowered(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

bool holds(const fs::path& file, const std::string& tensor, const Shape& shape) {
  const auto weights = weights::openWeights(file);
  if (!weights) return false;
  const weights::TensorView* found = weights->find(tensor);
  return found != nullptr && found->shape == shape;
}

std::vector<fs::path> entriesOf(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code problem;
  for (auto at = fs::directory_iterator(folder, problem); !problem && at != fs::directory_iterator() && entries.size() < kMostEntries;
       at.increment(problem))
    if (!at->path().filename().string().starts_with('.')) entries.push_back(at->path());
  std::ranges::sort(entries);
  return entries;
}

bool isFile(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

bool isOfTheAuthors(std::string_view repository) { return repository.starts_with("openai/") || repository.starts_with("facebook/"); }

class MetricSearch {
 public:
  MetricModels run(const std::vector<weights::SearchedFolder>& searchPath) {
    for (const auto& folder : searchPath) look(folder.path, 0);
    for (const fs::path& folder : m_folders) {
      take(dreamSimEnsembleIn(folder, m_dinoBase), m_found.dreamSim);
      take(dreamSimSingleIn(folder, m_dinoBase), m_found.dreamSimSingle);
    }
    return std::move(m_found);
  }

 private:
  // Each place once, by its real path: links may lead in circles.
  void look(const fs::path& path, int depth) {
    std::error_code problem;
    const fs::path real = fs::canonical(path, problem);
    if (problem || !m_seen.insert(real).second) return;
    if (isFile(real)) return lookAtFile(path);
    if (const std::string repository = weights::hubNameOf(path); !repository.empty()) {
      const auto snapshot = isOfTheAuthors(repository) ? weights::snapshotOf(path) : std::nullopt;
      if (snapshot) lookAtFolder(*snapshot, repository.substr(repository.find('/') + 1));
      return;
    }
    lookAtFolder(path, lowered((path.has_filename() ? path : path.parent_path()).filename().string()));
    if (depth <= kDeepest)
      for (const fs::path& entry : entriesOf(path)) look(entry, depth + 1);
  }

  // The first that is complete, else the first.
  static void take(std::optional<DreamSimModel> model, DreamSimModel& kept) {
    if (model && (kept.name.empty() || (model->isComplete() && !kept.isComplete()))) kept = *std::move(model);
  }

  void lookAtFolder(const fs::path& folder, const std::string& name) {
    m_folders.push_back(folder);
    if (!isFile(folder / "config.json")) return;
    if (m_found.dino.empty() && name == "dino-vits16" && !weights::weightFileIn(folder, weights::Precision::Fp32).file.empty())
      m_found.dino = folder, m_found.dinoName = name;
    const bool isBase = name == "clip-vit-base-patch32";
    const bool isBetter = m_found.clip.empty() || (isBase && m_found.clipName != name);
    if ((isBase || name == "clip-vit-large-patch14") && isBetter) m_found.clip = folder, m_found.clipName = name;
  }

  void lookAtFile(const fs::path& file) {
    if (!weights::isWeightFileName(file)) return;
    const std::string stem = lowered(file.stem().string());
    if (m_found.alexTrunk.empty() && stem.starts_with("alexnet") && holds(file, "features.0.weight", {64, 3, 11, 11}))
      m_found.alexTrunk = file;
    if (m_found.vggTrunk.empty() && stem.starts_with("vgg16") && holds(file, "features.0.weight", {64, 3, 3, 3})) m_found.vggTrunk = file;
    lookForHeads(file, stem);
    if (m_found.dino.empty() && stem == "dino_deitsmall16_pretrain" && holds(file, "cls_token", {1, 1, 384}))
      m_found.dino = file, m_found.dinoName = stem;
    if (m_dinoBase.empty() && stem == "dino_vitbase16_pretrain") m_dinoBase = file;
  }

  // The package keeps the heads of version 0.0 too, under the same names: they are another metric.
  void lookForHeads(const fs::path& file, const std::string& stem) {
    if (file.parent_path().filename() == "v0.0") return;
    if (m_found.alexHeads.empty() && stem == "alex" && holds(file, "lin4.model.1.weight", {1, 256, 1, 1})) m_found.alexHeads = file;
    if (m_found.vggHeads.empty() && stem == "vgg" && holds(file, "lin4.model.1.weight", {1, 512, 1, 1})) m_found.vggHeads = file;
  }

  std::set<fs::path> m_seen;
  std::vector<fs::path> m_folders;  // those that were looked through, in that order
  fs::path m_dinoBase;              // DINO's ViT-B/16
  MetricModels m_found;
};

}  // namespace

MetricModels findMetricModels(const std::vector<weights::SearchedFolder>& searchPath) { return MetricSearch().run(searchPath); }

}  // namespace retailor::metrics
