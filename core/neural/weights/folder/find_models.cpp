#include "core/neural/weights/folder/find_models.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <sstream>
#include <system_error>

#include "core/neural/weights/folder/hub_cache.h"
#include "core/neural/weights/folder/human_parser.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/neural/weights/folder/weight_kind.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::weights {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 2;
constexpr std::size_t mostEntries = 10'000;  // of one folder

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

std::vector<fs::path> entriesOf(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code problem;
  for (auto at = fs::directory_iterator(folder, problem); !problem && at != fs::directory_iterator() && entries.size() < mostEntries;
       at.increment(problem))
    if (!at->path().filename().string().starts_with('.')) entries.push_back(at->path());
  std::ranges::sort(entries);
  return entries;
}

// A repository of the hub cache that is no model as a whole may hold some: its newest files.
fs::path shelfIn(const fs::path& folder) {
  const auto snapshot = hubNameOf(folder).empty() ? std::nullopt : snapshotOf(folder);
  return snapshot.value_or(folder);
}

// Folders of parts side by side, none of which plays a part under its own name: "sd-vae-ft-mse" among other models.
bool isShelfOfParts(const fs::path& folder, const std::vector<std::string>& parts) {
  static constexpr std::array known{"unet",      "vae",       "text_encoder",      "image_encoder",  "tokenizer",
                                    "scheduler", "attention", "feature_extractor", "reference_unet", "pose_guider"};
  return std::ranges::all_of(parts, [&folder](const std::string& part) {
    std::error_code ignored;
    return fs::is_directory(folder / part, ignored) && std::ranges::find(known, part) == known.end();
  });
}

class Search {
 public:
  std::vector<FoundModel> run(const std::vector<SearchedFolder>& searchPath) {
    for (const SearchedFolder& folder : searchPath) look(folder.path, folder.because, 0);
    return std::move(m_found);
  }

 private:
  // Each place is looked at once, by its real path: links may lead in circles, and folders may be named twice.
  void look(const fs::path& path, SearchedBecause because, int depth) {
    std::error_code problem;
    const fs::path real = fs::canonical(path, problem);
    if (problem || !m_seen.insert(real).second) return;
    if (!fs::is_directory(real, problem)) {
      lookAtFile(path, because);
      return;
    }
    const std::string kind = kindOfFolder(path);
    if (!kind.empty()) add(path, kind, because);
    if (kind == humanParserKind) return;
    if (kind.empty() && depth < deepest)
      for (const fs::path& entry : entriesOf(shelfIn(path))) look(entry, because, depth + 1);
    else if (depth < deepest)
      lookForParsers(path, because);
  }

  // A human parser is no part of the model that it lies in.
  void lookForParsers(const fs::path& model, SearchedBecause because) {
    for (const fs::path& entry : entriesOf(model))
      if (isHumanParser(entry)) look(entry, because, deepest);
  }

  // Empty for what is no model: a folder of loose files is a shelf, and each of them is looked at.
  static std::string kindOfFolder(const fs::path& path) {
    const auto model = ModelFolder::open(path);
    if (!model || model->isSingleFile()) return {};
    if (!model->pipelineClass().empty()) return model->pipelineClass();
    const auto parts = model->componentNames();
    if (parts == std::vector<std::string>{humanParserPart}) return humanParserKind;
    if (isShelfOfParts(path, parts)) return {};
    return parts.size() > 1 ? "parts" : parts.empty() ? std::string() : parts.front();
  }

  void lookAtFile(const fs::path& file, SearchedBecause because) {
    if (!isWeightFileName(file)) return;
    const auto weights = openWeights(file);
    add(file, weights ? std::string(wordFor(weightKindOf(*weights))) : "refused", because);
  }

  void add(const fs::path& path, const std::string& kind, SearchedBecause because) {
    const std::string hubName = hubNameOf(path);
    const fs::path named = path.has_filename() ? path : path.parent_path();
    m_found.push_back({hubName.empty() ? named.filename().string() : hubName, path, kind, because});
  }

  std::set<fs::path> m_seen;
  std::vector<FoundModel> m_found;
};

}  // namespace

fs::path dataFolder() {
  const std::string data = variable("XDG_DATA_HOME");
  return (data.empty() ? fs::path(variable("HOME")) / ".local" / "share" : fs::path(data)) / "retailor" / "models";
}

std::vector<SearchedFolder> modelSearchPath(const std::vector<fs::path>& asked, const std::vector<fs::path>& preferences) {
  std::vector<SearchedFolder> folders;
  for (const fs::path& folder : asked) folders.push_back({folder, SearchedBecause::Asked});
  std::istringstream listed(variable("RETAILOR_MODELS"));
  for (std::string folder; std::getline(listed, folder, ':');)
    if (!folder.empty()) folders.push_back({folder, SearchedBecause::Environment});
  for (const fs::path& folder : preferences) folders.push_back({folder, SearchedBecause::Preferences});
  folders.push_back({hubCacheFolder(), SearchedBecause::HubCache});
  folders.push_back({dataFolder(), SearchedBecause::DataFolder});
  return folders;
}

std::vector<FoundModel> findModels(const std::vector<SearchedFolder>& searchPath) { return Search().run(searchPath); }

}  // namespace retailor::weights
