#include "core/metrics/networks/dino_similarity.h"

#include <fstream>
#include <sstream>

#include "core/metrics/networks/embedded_pair.h"
#include "core/neural/models/model_settings.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/weights/folder/weight_file_in.h"
#include "core/neural/weights/open_weights.h"

namespace retailor::metrics {
namespace {

namespace fs = std::filesystem;

neural::ClipPreprocess preprocessFor(const neural::DinoSettings& settings) {
  neural::ClipPreprocess preprocess;
  const int side = static_cast<int>(settings.imageSide);
  preprocess.shortSide = side * 256 / 224;
  preprocess.cropHeight = preprocess.cropWidth = side;
  preprocess.mean = {0.485F, 0.456F, 0.406F};
  preprocess.deviation = {0.229F, 0.224F, 0.225F};
  return preprocess;
}

std::string textOf(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

}  // namespace

void DinoSimilarity::judge(const JudgedPicture& picture, Verdict& verdict) const {
  addPair(
      "dino", picture, preprocessFor(m_network->settings()), [this](const at::Tensor& pixels) { return m_network->embedding(pixels); },
      verdict);
}

fs::path dinoWeightFile(const fs::path& model) {
  std::error_code ignored;
  return fs::is_directory(model, ignored) ? weights::weightFileIn(model, weights::Precision::Fp32).file : model;
}

Result<std::shared_ptr<const neural::DinoVision>> loadDino(const fs::path& model) {
  const auto file = weights::openWeights(dinoWeightFile(model));
  if (!file) return file.failure();
  std::error_code ignored;
  if (!fs::is_directory(model, ignored)) return neural::DinoVision::load(*file, {});
  const fs::path config = model / "config.json";
  const auto settings = neural::guarded("Reading DINO's settings",
                                        [&] { return neural::DinoSettings::read(neural::ModelSettings(textOf(config), config.string())); });
  return settings ? neural::DinoVision::load(*file, *settings) : settings.failure();
}

}  // namespace retailor::metrics
