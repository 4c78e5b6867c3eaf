#include "core/neural/models/check_settings.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/neural/models/autoencoder_settings.h"
#include "core/neural/models/clip_text.h"
#include "core/neural/models/clip_vision.h"
#include "core/neural/models/segformer_settings.h"
#include "core/neural/models/tiny_autoencoder.h"
#include "core/neural/models/unet_settings.h"
#include "core/neural/sampling/scheduler.h"
#include "core/neural/tensor/clip_preprocess.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/weights/folder/component_class.h"

namespace retailor::neural {
namespace {

using Reader = void (*)(const ModelSettings& settings);

template <class Settings>
void readAs(const ModelSettings& settings) {
  Settings::read(settings);
}

const std::map<std::string, Reader>& readers() {
  static const std::map<std::string, Reader> all{
      {"UNet2DConditionModel", readAs<UnetSettings>},
      {"AutoencoderKL", readAs<AutoencoderSettings>},
      {"AutoencoderTiny", readAs<TinyAutoencoderSettings>},
      {"CLIPTextModel", readAs<ClipTextSettings>},
      {"CLIPVisionModelWithProjection", readAs<ClipVisionSettings>},
      {"SegformerForSemanticSegmentation", readAs<SegformerSettings>},
  };
  return all;
}

Result<void> checkScheduler(const std::string& json, const std::string& owner) {
  constexpr int usualSteps = 20;
  const auto config = parseSchedulerConfig(json, owner);
  if (!config) return config.failure();
  if (!config->foreignClass.empty()) return {};  // it is not ours, but another can be chosen in its place
  const auto scheduler = makeScheduler(*config, usualSteps);
  return scheduler ? Result<void>() : scheduler.failure();
}

std::string classOf(const std::string& json) {
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  return parsed.is_object() ? weights::classIn(parsed) : std::string();
}

}  // namespace

Result<void> checkSettings(const std::string& part, const std::string& json, const std::string& owner) {
  if (part == "scheduler") return checkScheduler(json, owner);
  if (part == "feature_extractor") {
    const auto preprocess = ClipPreprocess::read(json, owner);
    return preprocess ? Result<void>() : preprocess.failure();
  }
  const auto reader = readers().find(classOf(json));
  if (reader == readers().end()) return {};
  const auto read = guarded("Reading the model's settings", [&] {
    reader->second(ModelSettings(json, owner));
    return true;
  });
  return read ? Result<void>() : read.failure();
}

}  // namespace retailor::neural
