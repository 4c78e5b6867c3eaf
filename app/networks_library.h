#pragma once

#include <memory>
#include <vector>

#include "core/completion/completion_method.h"
#include "core/metrics/models/metric_models.h"
#include "core/metrics/network_metrics.h"
#include "core/neural/tensor/device_choice.h"
#include "core/regions/parsers/parse_picture.h"
#include "core/result.h"

namespace retailor::app {

// Opens libretailor-networks.so (libtorch comes with it: 0.4 to 0.8 s, hundreds of megabytes) beside the program, and asks it for the
// devices of this machine. Internal failure when that library is missing (a build without RETAILOR_LIBTORCH). Call it on a worker.
Result<neural::Devices> findDevices();

// Whether the networks of the same library can work as a model's settings say; see core/neural/models/check_settings.h. Success where
// the library is missing: then nothing works at all, and that is told elsewhere.
Result<void> checkSettings(const std::string& part, const std::string& json, const std::string& owner);

// Runs the method of that key in the same library. A failure of the above kinds, or what the run ends in.
completion::CompletionOutcome runNetwork(const std::string& key, const completion::CompletionRequest& request,
                                         completion::CompletionListener& listener, std::stop_token stop);

// Loads the metrics of those models in the same library; what cannot be loaded goes to `lacking`. Internal failure as above.
Result<std::unique_ptr<metrics::NetworkMetrics>> openMetrics(const metrics::MetricModels& models,
                                                             std::vector<metrics::NotMeasured>& lacking, const std::stop_token& stop);

// Runs a human parser in the same library; see core/regions/networks/parsed_picture.h. Internal failure as above. Any thread.
Result<std::optional<regions::LabelMap>> parsedPicture(const regions::ParserModel& parser, const image::Bitmap& picture,
                                                       const regions::ParsingProgress& progress, const std::stop_token& stop);

// What that method would be given, by the same library; any thread.
Result<completion::PreparedInputs> prepareForNetwork(const std::string& key, const completion::CompletionRequest& request,
                                                     std::stop_token stop);

}  // namespace retailor::app
