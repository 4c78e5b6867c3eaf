#include "core/methods/complete_me/region_manner.h"

#include "core/neural/models/model_settings.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::complete_me {
namespace {

using neural::MaskedTokens;
using neural::ReadingPolicy;

constexpr const char* fileName = "references.json";
constexpr double helpedBlend = 0.7;

bool isSecond(const neural::ModelSettings& settings, const char* name, const std::string& first, const std::string& second, bool absent) {
  const std::string word = settings.word(name, absent ? second : first);
  if (word != first && word != second) settings.refuse(std::string("“") + name + "” is neither " + first + " nor " + second);
  return word == second;
}

ReadingPolicy policyIn(const neural::ModelSettings& settings, const ReadingPolicy& usual) {
  using Blocks = ReadingPolicy::Blocks;
  const bool zero = isSecond(settings, "mask", "drop", "zero", usual.masked == MaskedTokens::Zero);
  const bool midUp = isSecond(settings, "blocks", "full", "midup", usual.blocks == Blocks::MiddleAndUp);
  const double blend = settings.real("blend", usual.blend);
  if (!(blend >= 0 && blend <= 1)) settings.refuse("“blend” is not between 0 and 1");
  return {zero ? MaskedTokens::Zero : MaskedTokens::Drop, midUp ? Blocks::MiddleAndUp : Blocks::Every, blend};
}

}  // namespace

Result<diffusion::RegionManner> regionMannerOf(const weights::ModelFolder& folder) {
  diffusion::RegionManner manner{.trained = folder.folderOf("reference_unet").ok()};
  if (!manner.trained) manner.policy = {.blocks = ReadingPolicy::Blocks::MiddleAndUp, .blend = helpedBlend};
  const std::filesystem::path file = folder.path() / fileName;
  std::error_code problem;
  if (folder.isSingleFile() || !std::filesystem::exists(file, problem)) return manner;
  const Result<std::string> json = weights::readSettingsText(file);
  if (!json) return json.failure();
  return neural::guarded("Reading " + file.string(), [&] {
    manner.policy = policyIn(neural::ModelSettings(*json, file.string()), manner.policy);
    return manner;
  });
}

}  // namespace retailor::complete_me
