#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "core/metrics/models/metric_models.h"
#include "core/metrics/networks/judge.h"

namespace retailor::metrics {

// Loads what was found and hashes its files; what cannot be loaded goes to `lacking`, with the reason. Never null, perhaps without any
// network. A second or so a gigabyte.
std::unique_ptr<NetworkMetrics> loadMetrics(const MetricModels& models, std::vector<NotMeasured>& lacking, const std::stop_token& stop);

}  // namespace retailor::metrics
