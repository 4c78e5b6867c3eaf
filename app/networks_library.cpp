#include "app/networks_library.h"

#include "app/shared_library.h"
#include "core/methods/network_runs/library_entry.h"
#include "core/metrics/networks/library_entry.h"
#include "core/neural/library_entry.h"

namespace retailor::app {
namespace {

constexpr const char* libraryName = "libretailor-networks.so";
const Failure otherBuild{FailureKind::Internal,
                         "The networks' library belongs to another build of Retailor; install or build Retailor again."};

}  // namespace

Result<neural::Devices> findDevices() {
  const Result<void*> function = functionOf(libraryName, neural::findDevicesName);
  if (!function) return function.failure();
  neural::Devices devices;
  const auto findDevices = reinterpret_cast<neural::FindDevices>(*function);
  findDevices(&devices);
  return devices;
}

Result<void> checkSettings(const std::string& part, const std::string& json, const std::string& owner) {
  const Result<void*> function = functionOf(libraryName, neural::checkSettingsName);
  if (!function) return {};
  Result<void> checked;
  const auto check = reinterpret_cast<neural::CheckSettings>(*function);
  check(part, json, owner, &checked);
  return checked;
}

completion::CompletionOutcome runNetwork(const std::string& key, const completion::CompletionRequest& request,
                                         completion::CompletionListener& listener, std::stop_token stop) {
  const Result<void*> function = functionOf(libraryName, network_runs::libraryEntryName);
  if (!function) return function.failure();
  completion::CompletionOutcome outcome = Failure{};
  const auto run = reinterpret_cast<network_runs::LibraryEntry>(*function);
  if (!run(completion::libraryStamp().c_str(), key.c_str(), request, listener, stop, &outcome)) return otherBuild;
  return outcome;
}

Result<std::unique_ptr<metrics::NetworkMetrics>> openMetrics(const metrics::MetricModels& models,
                                                             std::vector<metrics::NotMeasured>& lacking, const std::stop_token& stop) {
  const Result<void*> function = functionOf(libraryName, metrics::openMetricsName);
  if (!function) return function.failure();
  std::unique_ptr<metrics::NetworkMetrics> loaded;
  const auto open = reinterpret_cast<metrics::OpenMetrics>(*function);
  if (!open(completion::libraryStamp().c_str(), models, &lacking, stop, &loaded)) return otherBuild;
  return loaded;
}

Result<std::optional<regions::LabelMap>> parsedPicture(const regions::ParserModel& parser, const image::Bitmap& picture,
                                                       const regions::ParsingProgress& progress, const std::stop_token& stop) {
  const Result<void*> function = functionOf(libraryName, regions::parsePictureName);
  if (!function) return function.failure();
  Result<std::optional<regions::LabelMap>> map = Failure{};
  const auto parse = reinterpret_cast<regions::ParsePicture>(*function);
  if (!parse(completion::libraryStamp().c_str(), parser, picture, progress, stop, &map)) return otherBuild;
  return map;
}

Result<completion::PreparedInputs> prepareForNetwork(const std::string& key, const completion::CompletionRequest& request,
                                                     std::stop_token stop) {
  const Result<void*> function = functionOf(libraryName, network_runs::preparedInputsEntryName);
  if (!function) return function.failure();
  Result<completion::PreparedInputs> inputs = Failure{};
  const auto prepare = reinterpret_cast<network_runs::PreparedInputsEntry>(*function);
  if (!prepare(completion::libraryStamp().c_str(), key.c_str(), request, stop, &inputs)) return otherBuild;
  return inputs;
}

}  // namespace retailor::app
