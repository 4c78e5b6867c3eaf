#include "core/methods/models/lora_file_named.h"

#include <algorithm>
#include <system_error>

#include "core/neural/weights/folder/find_models.h"

namespace retailor::models {

namespace fs = std::filesystem;

fs::path loraFileNamed(const std::string& name, const completion::ModelFolders& folders) {
  const fs::path file(name);
  std::error_code ignored;
  if (file.has_parent_path() || fs::exists(file, ignored)) return file;
  const auto found = weights::findModels(
      weights::modelSearchPath({folders.named.begin(), folders.named.end()}, {folders.preferred.begin(), folders.preferred.end()}));
  const auto lora =
      std::ranges::find_if(found, [&file](const weights::FoundModel& one) { return one.kind == "LoRA" && one.path.filename() == file; });
  return lora == found.end() ? file : lora->path;
}

}  // namespace retailor::models
