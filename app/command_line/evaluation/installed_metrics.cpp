#include "app/command_line/evaluation/installed_metrics.h"

#include <algorithm>

#include "app/networks_library.h"
#include "core/metrics/metric_traits.h"
#include "core/metrics/models/metric_models.h"

namespace retailor::command_line {
namespace {

std::vector<std::filesystem::path> pathsOf(const std::vector<std::string>& folders) { return {folders.begin(), folders.end()}; }

void lackAll(InstalledMetrics& installed, const std::vector<const char*>& metrics, const std::string& why) {
  for (const char* metric : metrics) installed.lacking.push_back({metric, {}, why});
}

InstalledMetrics loadedMetrics(const metrics::MetricModels& models, const std::stop_token& stop) {
  InstalledMetrics installed;
  if (!models.any()) {
    lackAll(installed, {"lpips", "dino", "clip-i", "clip-t"}, "model not installed");
    lackAll(installed, {"dreamsim"}, models.dreamSim.whyNot());
    return installed;
  }
  auto loaded = app::openMetrics(models, installed.lacking, stop);
  if (loaded)
    installed.networks = std::move(*loaded);
  else
    lackAll(installed, {"lpips", "dino", "dreamsim", "clip-i", "clip-t"}, loaded.failure().sentence);
  return installed;
}

}  // namespace

InstalledMetrics installedMetrics(const completion::ModelFolders& folders, const std::stop_token& stop) {
  const auto searchPath = weights::modelSearchPath(pathsOf(folders.named), pathsOf(folders.preferred));
  InstalledMetrics installed = loadedMetrics(metrics::findMetricModels(searchPath), stop);
  std::ranges::stable_sort(installed.lacking, {},
                           [](const metrics::NotMeasured& one) { return &metrics::traitsOf(one.metric) - metrics::allMetrics().data(); });
  return installed;
}

}  // namespace retailor::command_line
