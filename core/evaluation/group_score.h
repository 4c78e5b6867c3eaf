#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/failure.h"
#include "core/metrics/measurement.h"

namespace retailor::evaluation {

// What became of one group.
struct GroupScore {
  std::string id;
  std::optional<Failure> failure{};  // then there is nothing below
  std::string result{};              // the measured picture's file
  std::string resultSha256{};        // of its upright pixels
  std::optional<double> seconds{};   // the run took; absent for pictures made elsewhere or in an earlier evaluation that did not say
  bool reused = false;               // from an earlier evaluation
  std::vector<metrics::Measurement> measurements{};
  std::vector<metrics::NotMeasured> lacking{};
};

// A group's numbers as JSON, UTF-8, indented: measurements, what is lacking and why, the result's hash. `modelFolders` are those that the
// run was given, to tell another run by.
std::string toJson(const GroupScore& score, const std::vector<std::string>& modelFolders);

// What a later evaluation wants to know of an earlier one.
struct KeptScore {
  std::vector<std::string> modelFolders;
  std::string resultSha256;
  std::optional<double> seconds;
};

// Nothing for a text that toJson did not make.
std::optional<KeptScore> keptScore(const std::string& json);

}  // namespace retailor::evaluation
