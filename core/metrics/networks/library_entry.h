#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "core/completion/library_stamp.h"
#include "core/metrics/models/metric_models.h"
#include "core/metrics/network_metrics.h"

namespace retailor::metrics {

// What the library retailor-networks exports for metrics: loadMetrics into `loaded`. False when the program's stamp is not the library's.
using OpenMetrics = bool (*)(const char* stamp, const MetricModels& models, std::vector<NotMeasured>* lacking, const std::stop_token& stop,
                             std::unique_ptr<NetworkMetrics>* loaded);
constexpr const char* openMetricsName = "retailor_open_metrics";

}  // namespace retailor::metrics
