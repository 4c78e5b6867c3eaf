#include "core/neural/models/clip_text.h"
#include "core/neural/models/clip_vision.h"
#include "core/neural/models/image_prompt_projection.h"
#include "core/neural/models/paint_by_example_encoder.h"
#include "core/neural/tensor/clip_preprocess.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/settings_json.h"
#include "tests/parity/probe/component_of.h"
#include "tests/parity/probe/probe_modules.h"

namespace retailor::probe {
namespace {

// preprocessor_config.json in the folder itself or in one of the places where pipelines keep it.
std::filesystem::path preprocessorFile(const std::filesystem::path& folder) {
  const char* name = "preprocessor_config.json";
  for (const char* place : {"feature_extractor", "image_processor", "image_encoder", "."})
    if (std::filesystem::exists(folder / place / name)) return folder / place / name;
  return folder / "feature_extractor" / name;
}

}  // namespace

Tensors runClipText(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  const auto states = loaded<neural::ClipText>(request, "text_encoder")->forward(needed(in, "input_ids"));
  return {{"last_hidden_state", states.last}, {"pooler_output", states.pooled}};
}

Tensors runClipVision(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  const auto states = loaded<neural::ClipVision>(request, "image_encoder")->forward(needed(in, "pixel_values"));
  Tensors out{{"image_embeds", states.embedding}};
  for (std::size_t i = 0; i < states.hidden.size(); ++i) out["hidden_states." + std::to_string(i)] = states.hidden[i];
  return out;
}

Tensors runClipPreprocess(const ProbeRequest& request) {
  const at::Tensor image = needed(tensorsIn(request), "image").contiguous();
  if (image.dim() != 3 || image.size(2) != 3 || image.scalar_type() != at::kByte)
    throw ProbeFailure{badInput("image is to be [H, W, 3] of U8.")};
  const std::filesystem::path file = preprocessorFile(request.folder);
  const auto preprocess = must(neural::ClipPreprocess::read(must(weights::readSettingsText(file)), file.string()));
  const resample::Pixels pixels{image.const_data_ptr<std::uint8_t>(), static_cast<int>(image.size(1)), static_cast<int>(image.size(0)), 3};
  return {{"pixel_values", preprocess.pixelsOf(pixels)}};
}

Tensors runPaintByExampleEncoder(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  const auto encoder = loaded<neural::PaintByExampleEncoder>(request, "image_encoder");
  return {{"latent_states", encoder->forward(needed(in, "pixel_values"))}, {"uncond_vector", encoder->unconditional()}};
}

Tensors runIpAdapter(const ProbeRequest& request) {
  const Tensors in = tensorsIn(request);
  const std::string name = request.option("file", "");
  if (name.empty()) throw ProbeFailure{badInput("ip-adapter wants --option file=NAME, a file in the folder.")};
  const auto projection = must(neural::ImagePromptProjection::load(must(weights::openWeights(request.folder / name)), request.placement));
  const bool embedding = projection->input() == neural::ImagePromptProjection::Input::Embedding;
  return {{"tokens", projection->tokens(needed(in, embedding ? "image_embeds" : "hidden_states"))}};
}

}  // namespace retailor::probe
