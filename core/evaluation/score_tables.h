#pragma once

#include <string>

#include "core/evaluation/score_summary.h"

namespace retailor::evaluation {

// For people, Markdown: the means with their counts, the metrics that were not computed and why, the groups one by one, those that failed.
std::string markdownTable(const Evaluation& evaluation);

// For spreadsheets, CSV (RFC 4180, UTF-8): a line a group with a column "metric.protocol" for each mean, then the lines "mean" and "n".
// Empty where there is no number, "inf" for the PSNR of equal pictures.
std::string csvTable(const Evaluation& evaluation);

// For programs, JSON: {metric, protocol, value, n, identical, better, model, sha256} for each mean, every group's own numbers, versions and
// the definitions that the numbers depend on.
std::string resultsJson(const Evaluation& evaluation);

}  // namespace retailor::evaluation
