#include <opencv2/core/version.hpp>

#include <algorithm>

#include "core/evaluation/score_json.h"
#include "core/evaluation/score_tables.h"
#include "core/metrics/metric_traits.h"
#include "core/metrics/structural_similarity.h"

namespace retailor::evaluation {
namespace {

OrderedJson definitions() {
  return {{"pixels", "8-bit sRGB after rounding, transparency on white"},
          {"inside", "mask coverage of at least 128 of 255"},
          {"crop", "the mask's box, 10 % wider and higher"},
          {"psnr", {{"range", 255}, {"mean", "over groups; infinite values left out and counted as identical"}}},
          {"ssim",
           {{"window", metrics::ssimWindow},
            {"sigma", metrics::ssimSigma},
            {"k1", metrics::ssimK1},
            {"k2", metrics::ssimK2},
            {"range", 255},
            {"covariance", "population"},
            {"colours", "mean of R, G, B"},
            {"frame", "5 px left out; inside a mask: mirrored"}}},
          {"ms-ssim", {{"weights", {0.0448, 0.2856, 0.3001, 0.2363, 0.1333}}, {"pooling", "2x2 mean"}}},
          {"de2000", "CIE Lab D65 2 degrees, kL = kC = kH = 1"},
          {"lpips", "version 0.1, spatial mean; inside: mean of the spatial map over the mask"},
          {"embeddings", "cosine of result and truth; crop: resized to the network's input; clip-t: cosine of result and prompt"},
          {"dreamsim", "1 - cosine of the joined embeddings, their mean subtracted; pictures squeezed to 224 x 224, bicubic"}};
}

OrderedJson meanJson(const MeanScore& mean, const Evaluation& evaluation) {
  const auto network = std::ranges::find(evaluation.networks, mean.metric, &metrics::MetricNetwork::metric);
  const bool has = network != evaluation.networks.end();
  return {{"metric", mean.metric},
          {"protocol", mean.protocol},
          {"value", mean.groups > 0 ? OrderedJson(mean.mean) : OrderedJson(nullptr)},
          {"n", mean.groups},
          {"identical", mean.identical},
          {"better", metrics::traitsOf(mean.metric).better == metrics::Better::Higher ? "higher" : "lower"},
          {"model", has ? OrderedJson(network->model) : OrderedJson(nullptr)},
          {"sha256", has ? OrderedJson(network->sha256) : OrderedJson(nullptr)}};
}

OrderedJson settingsJson(const Evaluation& evaluation) {
  const OrderedJson settings = OrderedJson::parse(evaluation.settings, nullptr, false);
  return settings.is_discarded() ? OrderedJson(nullptr) : settings;
}

}  // namespace

std::string resultsJson(const Evaluation& evaluation) {
  OrderedJson json{{"schema", 1}, {"program", evaluation.program}};
  json["libraries"] = {{"opencv", CV_VERSION}};
  if (!evaluation.libtorchVersion.empty()) json["libraries"]["libtorch"] = evaluation.libtorchVersion;
  json["folder"] = evaluation.folder;
  json["method"] = evaluation.method.empty() ? OrderedJson(nullptr) : OrderedJson(evaluation.method);
  json["settings"] = settingsJson(evaluation);
  json["definitions"] = definitions();
  json["results"] = OrderedJson::array();
  for (const MeanScore& mean : meansOf(evaluation.groups)) json["results"].push_back(meanJson(mean, evaluation));
  json["not-computed"] = OrderedJson::array();
  for (const metrics::NotMeasured& one : evaluation.notInstalled)
    json["not-computed"].push_back({{"metric", one.metric}, {"why", one.why}});
  json["groups"] = OrderedJson::array();
  for (const GroupScore& group : evaluation.groups) json["groups"].push_back(jsonOf(group));
  return textOf(json);
}

}  // namespace retailor::evaluation
