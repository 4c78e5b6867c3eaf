#include "core/evaluation/score_json.h"

#include <cmath>

namespace retailor::evaluation {

OrderedJson numberOrNull(double value) { return std::isfinite(value) ? OrderedJson(value) : OrderedJson(nullptr); }

OrderedJson jsonOf(const GroupScore& score) {
  OrderedJson json{{"id", score.id}};
  if (score.failure) {
    json["failed"] = score.failure->sentence;
    return json;
  }
  json["result"] = score.result;
  json["result-sha256"] = score.resultSha256;
  json["seconds"] = score.seconds ? OrderedJson(*score.seconds) : OrderedJson(nullptr);
  json["reused"] = score.reused;
  json["measurements"] = OrderedJson::array();
  for (const auto& one : score.measurements)
    json["measurements"].push_back({{"metric", one.metric}, {"protocol", one.protocol}, {"value", numberOrNull(one.value)}});
  json["not-measured"] = OrderedJson::array();
  for (const auto& one : score.lacking)
    json["not-measured"].push_back({{"metric", one.metric}, {"protocol", one.protocol}, {"why", one.why}});
  return json;
}

std::string textOf(const OrderedJson& json) { return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + '\n'; }

std::string toJson(const GroupScore& score, const std::vector<std::string>& modelFolders) {
  OrderedJson json = jsonOf(score);
  json["model-folders"] = modelFolders;
  return textOf(json);
}

std::optional<KeptScore> keptScore(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto folders = json.find("model-folders"), hash = json.find("result-sha256"), seconds = json.find("seconds");
  if (folders == json.end() || !folders->is_array() || hash == json.end() || !hash->is_string()) return std::nullopt;
  KeptScore kept{{}, hash->get<std::string>(), std::nullopt};
  for (const auto& folder : *folders)
    if (folder.is_string()) kept.modelFolders.push_back(folder.get<std::string>());
  if (seconds != json.end() && seconds->is_number()) kept.seconds = seconds->get<double>();
  return kept;
}

}  // namespace retailor::evaluation
