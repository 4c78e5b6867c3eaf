#pragma once

#include <string>
#include <vector>

#include "core/evaluation/group_score.h"
#include "core/metrics/network_metrics.h"

namespace retailor::evaluation {

// One metric by one protocol over all groups.
struct MeanScore {
  std::string metric;
  std::string protocol;
  double mean = 0;    // over the groups with a finite value: the mean of the groups' numbers, not a number of all their pixels
  int groups = 0;     // those
  int identical = 0;  // groups left out because the PSNR of equal pictures is infinite
};

// An evaluation as it is reported.
struct Evaluation {
  std::string folder;
  std::string method{};    // empty: pictures made elsewhere
  std::string settings{};  // what the method was given, JSON; empty: none
  std::string program{};   // "Retailor 0.1.0"
  std::vector<GroupScore> groups{};
  std::vector<metrics::MetricNetwork> networks{};
  std::vector<metrics::NotMeasured> notInstalled{};  // metrics that no group has, and why; no protocol
  std::string libtorchVersion{};                     // empty: not used
};

// In the order of metrics::allMetrics(), then of the protocols as they were measured. Only what at least one group has.
std::vector<MeanScore> meansOf(const std::vector<GroupScore>& groups);

// "psnr" to "PSNR (dB)".
std::string titleOf(const std::string& metric);

// A value with its metric's decimals; "∞" for an infinity.
std::string shownValue(const std::string& metric, double value);

}  // namespace retailor::evaluation
