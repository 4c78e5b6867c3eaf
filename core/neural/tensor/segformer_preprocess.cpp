#include "core/neural/tensor/segformer_preprocess.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace retailor::neural {
namespace {

using Json = nlohmann::json;

constexpr int kShortest = 32, kLongest = 2048;

void giveDefaults(Json& settings) {
  const Json defaults{{"size", {{"height", 512}, {"width", 512}}},
                      {"resample", static_cast<int>(resample::Filter::Bilinear)},
                      {"image_mean", {0.485, 0.456, 0.406}},
                      {"image_std", {0.229, 0.224, 0.225}}};
  for (const auto& [name, value] : defaults.items())
    if (!settings.contains(name) || settings[name].is_null()) settings[name] = value;
  // A lone number is the side of a square here, unlike in CLIP's settings.
  if (Json& size = settings["size"]; size.is_number()) size = {{"height", size}, {"width", size}};
  settings["do_resize"] = true;
  settings["do_center_crop"] = false;
}

}  // namespace

Result<ClipPreprocess> segformerPreprocess(const std::string& json, const std::string& owner) {
  const auto unusable = [&owner](const std::string& why) {
    return Failure{FailureKind::MissingWeights, "The settings in " + owner + " cannot be used: " + why + ". Download the file again."};
  };
  Json settings = Json::parse(json, nullptr, false);
  if (!settings.is_object()) return unusable("they are no JSON object");
  giveDefaults(settings);
  Result<ClipPreprocess> read = ClipPreprocess::read(settings.dump(-1, ' ', false, Json::error_handler_t::replace), owner);
  if (!read) return read;
  if (read->shortSide != 0) return unusable("“size” has no height and width");
  if (std::min(read->width, read->height) < kShortest || std::max(read->width, read->height) > kLongest)
    return unusable("“size” is not between 32 and 2048 pixels");
  return read;
}

}  // namespace retailor::neural
