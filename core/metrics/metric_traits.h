#pragma once

#include <span>
#include <string_view>

namespace retailor::metrics {

enum class Better { Higher, Lower };

// How a metric is shown.
struct MetricTraits {
  std::string_view key;    // "psnr": results.json, table.csv
  std::string_view title;  // "PSNR": tables
  std::string_view unit;   // "dB"; empty for a bare number
  Better better = Better::Higher;
  int decimals = 4;
};

// Every metric, in the order of tables: those without weights, then those by networks.
std::span<const MetricTraits> allMetrics();

// Of a key in that list; another key is a mistake of ours and throws std::out_of_range.
const MetricTraits& traitsOf(std::string_view key);

}  // namespace retailor::metrics
