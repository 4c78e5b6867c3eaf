#include "core/regions/networks/parsed_picture.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <system_error>

#include "core/neural/models/segformer.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/tensor/segformer_preprocess.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/settings_json.h"
#include "core/regions/networks/likeliest_classes.h"

namespace retailor::regions {
namespace {

using Network = std::shared_ptr<const neural::Segformer>;

// Shares of the whole work, roughly: bringing a large map back takes as long as a third of the network.
constexpr double kLoaded = 0.1, kLookedAt = 0.7;

Result<Network> loaded(const ParserModel& parser) {
  const auto config = weights::readSettingsText(parser.folder / "config.json");
  if (!config) return config.failure();
  const auto settings = neural::guarded("Reading the parser's settings", [&] {
    return neural::SegformerSettings::read(neural::ModelSettings(*config, (parser.folder / "config.json").string()));
  });
  if (!settings) return settings.failure();
  const auto weights = weights::openWeights(parser.weights);
  if (!weights) return weights.failure();
  return neural::Segformer::load(*weights, *settings);
}

Result<neural::ClipPreprocess> preprocessOf(const ParserModel& parser) {
  const auto file = parser.folder / "preprocessor_config.json";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return neural::segformerPreprocess("{}", file.string());
  const auto text = weights::readSettingsText(file);
  return text ? neural::segformerPreprocess(*text, file.string()) : text.failure();
}

std::vector<std::uint8_t> colours(const image::Bitmap& picture) {
  const auto* from = reinterpret_cast<const std::uint8_t*>(picture.bytes());
  const auto channels = static_cast<std::size_t>(picture.channels());
  const std::size_t pixels = picture.byteCount() / channels;
  std::vector<std::uint8_t> rgb(3 * pixels);
  for (std::size_t i = 0; i < pixels; ++i) std::copy_n(from + i * channels, 3, rgb.data() + 3 * i);
  return rgb;
}

class Parsing {
 public:
  Parsing(const ParsingProgress& progress, const std::stop_token& stop) : m_progress(progress), m_stop(stop) {}

  bool goesOn(double share) const {
    if (m_progress) m_progress(share);
    return !m_stop.stop_requested();
  }

  std::optional<std::vector<std::uint32_t>> ids(const neural::Segformer& network, const neural::ClipPreprocess& preprocess,
                                                const image::Bitmap& picture) const {
    const c10::InferenceMode inference;
    const std::vector<std::uint8_t> rgb = colours(picture);
    const at::Tensor pixels = preprocess.pixelsOf({rgb.data(), picture.width(), picture.height(), 3});
    const at::Tensor scores = network.logits(pixels, [this](std::int64_t block, std::int64_t blocks) {
      return goesOn(kLoaded + (kLookedAt - kLoaded) * static_cast<double>(block) / static_cast<double>(blocks));
    });
    if (!scores.defined()) return std::nullopt;
    return likeliestClasses(scores.to(at::kFloat), picture.size(),
                            [this](double share) { return goesOn(kLookedAt + (1 - kLookedAt) * share); });
  }

 private:
  const ParsingProgress& m_progress;
  const std::stop_token& m_stop;
};

}  // namespace

Result<std::optional<LabelMap>> parsedPicture(const ParserModel& parser, const image::Bitmap& picture, const ParsingProgress& progress,
                                              const std::stop_token& stop) {
  const Parsing parsing(progress, stop);
  if (!parsing.goesOn(0)) return std::optional<LabelMap>();
  const auto preprocess = preprocessOf(parser);
  if (!preprocess) return preprocess.failure();
  const Result<Network> network = loaded(parser);
  if (!network) return network.failure();
  if (!parsing.goesOn(kLoaded)) return std::optional<LabelMap>();
  auto ids = neural::guarded("Looking for the parts of the person", [&] { return parsing.ids(**network, *preprocess, picture); });
  if (!ids) return ids.failure();
  if (!*ids) return std::optional<LabelMap>();
  return std::optional(LabelMap{parser.name, picture.size(), std::move(**ids), parser.scheme, {}});
}

}  // namespace retailor::regions
