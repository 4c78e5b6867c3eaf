#include "core/metrics/networks/library_entry.h"

#include "core/metrics/networks/loaded_metrics.h"

extern "C" __attribute__((visibility("default"))) bool retailor_open_metrics(const char* stamp,
                                                                             const retailor::metrics::MetricModels& models,
                                                                             std::vector<retailor::metrics::NotMeasured>* lacking,
                                                                             const std::stop_token& stop,
                                                                             std::unique_ptr<retailor::metrics::NetworkMetrics>* loaded) {
  if (stamp == nullptr || stamp != retailor::completion::libraryStamp()) return false;
  *loaded = retailor::metrics::loadMetrics(models, *lacking, stop);
  return true;
}
