#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/completion/model_folders.h"
#include "core/metrics/network_metrics.h"

namespace retailor::command_line {

// Metrics by networks: those that this machine has the weights for, and why the others are missing.
struct InstalledMetrics {
  std::unique_ptr<metrics::NetworkMetrics> networks;  // null: none; then libtorch is not even opened
  std::vector<metrics::NotMeasured> lacking;
};

// Looks through the model folders and loads what is there.
InstalledMetrics installedMetrics(const completion::ModelFolders& folders, const std::stop_token& stop);

}  // namespace retailor::command_line
