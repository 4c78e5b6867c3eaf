#include "core/neural/sampling/model_scheduler.h"

#include "core/neural/weights/settings_json.h"

namespace retailor::neural {

Result<SchedulerConfig> schedulerConfigOf(const weights::ModelFolder& model) {
  const Result<std::filesystem::path> folder = model.folderOf("scheduler");
  if (!folder && !model.isSingleFile() && !model.borrows("scheduler")) return folder.failure();
  const std::filesystem::path file = folder ? *folder / "scheduler_config.json" : std::filesystem::path();
  // Python writes numbers such as -Infinity, which strict readers of JSON refuse.
  const Result<std::string> text = folder ? weights::readSettingsText(file) : model.configOf("scheduler");
  if (!text) return text.failure();
  return parseSchedulerConfig(*text, folder ? file.string() : model.path().string());
}

}  // namespace retailor::neural
