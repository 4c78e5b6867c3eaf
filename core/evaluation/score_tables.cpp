#include "core/evaluation/score_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "core/metrics/metric_traits.h"

namespace retailor::evaluation {
namespace {

using metrics::Better;

// Columns of the table of groups: one number a metric tells the most.
constexpr std::array<std::pair<const char*, const char*>, 10> kGroupColumns{{{"psnr", "paste"},
                                                                             {"psnr", "inside"},
                                                                             {"ssim", "paste"},
                                                                             {"ssim", "inside"},
                                                                             {"de2000", "inside"},
                                                                             {"lpips", "inside"},
                                                                             {"dino", "full"},
                                                                             {"dreamsim", "full"},
                                                                             {"clip-i", "full"},
                                                                             {"clip-t", "full"}}};

// What would end a cell or a line, told apart.
std::string cell(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '|') safe += '\\';
    safe += c == '\n' || c == '\r' ? ' ' : c;
  }
  return safe;
}

std::string quotedField(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

const metrics::Measurement* measured(const GroupScore& group, std::string_view metric, std::string_view protocol) {
  const auto found = std::ranges::find_if(
      group.measurements, [&](const metrics::Measurement& one) { return one.metric == metric && one.protocol == protocol; });
  return found == group.measurements.end() ? nullptr : &*found;
}

const metrics::MetricNetwork* networkOf(const Evaluation& evaluation, const std::string& metric) {
  const auto found = std::ranges::find(evaluation.networks, metric, &metrics::MetricNetwork::metric);
  return found == evaluation.networks.end() ? nullptr : &*found;
}

void addMeans(std::ostringstream& out, const Evaluation& evaluation) {
  out << "| metric | protocol | mean | better | groups | model |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const MeanScore& mean : meansOf(evaluation.groups)) {
    const metrics::MetricNetwork* network = networkOf(evaluation, mean.metric);
    out << "| " << titleOf(mean.metric) << " | " << mean.protocol << " | "
        << shownValue(mean.metric, mean.groups > 0 ? mean.mean : INFINITY) << " | "
        << (metrics::traitsOf(mean.metric).better == Better::Higher ? "higher" : "lower") << " | " << mean.groups
        << (mean.identical > 0 ? " (" + std::to_string(mean.identical) + " identical left out)" : "") << " | "
        << (network == nullptr ? "" : cell(network->model) + ", " + network->sha256.substr(0, 12)) << " |\n";
  }
  for (const metrics::NotMeasured& one : evaluation.notInstalled)
    out << "| " << titleOf(one.metric) << " | | not computed: " << cell(one.why) << " | | 0 | |\n";
}

void addGroups(std::ostringstream& out, const Evaluation& evaluation) {
  const std::vector<MeanScore> means = meansOf(evaluation.groups);
  std::vector<std::pair<std::string, std::string>> columns;
  for (const auto& column : kGroupColumns)
    if (std::ranges::any_of(means, [&](const MeanScore& mean) { return mean.metric == column.first && mean.protocol == column.second; }))
      columns.emplace_back(column);
  out << "\n## Groups\n\n| group |";
  for (const auto& [metric, protocol] : columns) out << ' ' << titleOf(metric) << ", " << protocol << " |";
  out << "\n| --- |";
  for (std::size_t i = 0; i < columns.size(); ++i) out << " --- |";
  out << '\n';
  for (const GroupScore& group : evaluation.groups) {
    if (group.failure) continue;
    out << "| " << cell(group.id) << " |";
    for (const auto& [metric, protocol] : columns) {
      const metrics::Measurement* one = measured(group, metric, protocol);
      out << ' ' << (one == nullptr ? "" : shownValue(metric, one->value)) << " |";
    }
    out << '\n';
  }
}

void addFailures(std::ostringstream& out, const std::vector<GroupScore>& groups) {
  bool first = true;
  for (const GroupScore& group : groups) {
    if (!group.failure) continue;
    out << (first ? "\n## Failed\n\n" : "") << "- " << cell(group.id) << ": " << cell(group.failure->sentence) << '\n';
    first = false;
  }
}

std::string field(const GroupScore& group, const MeanScore& column) {
  const metrics::Measurement* one = measured(group, column.metric, column.protocol);
  if (one == nullptr) return {};
  std::ostringstream text;
  text.precision(10);
  text << one->value;
  return text.str();
}

}  // namespace

std::string markdownTable(const Evaluation& evaluation) {
  const auto failed = std::ranges::count_if(evaluation.groups, [](const GroupScore& group) { return group.failure.has_value(); });
  std::ostringstream out;
  out << "# Evaluation of " << (evaluation.method.empty() ? "pictures made elsewhere" : cell(evaluation.method)) << "\n\n"
      << cell(evaluation.folder) << ": " << evaluation.groups.size() << " groups, " << failed << " failed. " << evaluation.program
      << ".\n\n";
  addMeans(out, evaluation);
  addGroups(out, evaluation);
  addFailures(out, evaluation.groups);
  return out.str();
}

std::string csvTable(const Evaluation& evaluation) {
  const std::vector<MeanScore> columns = meansOf(evaluation.groups);
  std::ostringstream out;
  out.precision(10);
  out << "group";
  for (const MeanScore& column : columns) out << ',' << quotedField(column.metric + "." + column.protocol);
  out << ",failed\r\n";
  for (const GroupScore& group : evaluation.groups) {
    out << quotedField(group.id);
    for (const MeanScore& column : columns) out << ',' << field(group, column);
    out << ',' << (group.failure ? quotedField(group.failure->sentence) : "") << "\r\n";
  }
  out << "mean";
  for (const MeanScore& column : columns) column.groups > 0 ? out << ',' << column.mean : out << ',';
  out << ",\r\nn";
  for (const MeanScore& column : columns) out << ',' << column.groups;
  out << ",\r\n";
  return out.str();
}

}  // namespace retailor::evaluation
