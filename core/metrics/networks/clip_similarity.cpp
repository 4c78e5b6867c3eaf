#include "core/metrics/networks/clip_similarity.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <fstream>
#include <sstream>

#include "core/metrics/networks/embedded_pair.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/weights/folder/weight_file_in.h"
#include "core/neural/weights/open_weights.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/weight_names.h"

namespace retailor::metrics {
namespace {

namespace fs = std::filesystem;

std::string fileText(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// The whole model as one part of a model folder: both encoders read their own half of it.
Result<weights::Component> wholeModel(const fs::path& folder) {
  const fs::path file = weights::weightFileIn(folder, weights::Precision::Fp32).file;
  if (file.empty()) return weights::missing(folder / "model.safetensors", "Download it from where the model is published.");
  const auto opened = weights::openWeights(file);
  if (!opened) return opened.failure();
  Result<weights::WeightMap> named = weights::withCurrentNames(*opened);
  if (!named) return named.failure();
  return weights::Component{"clip", fileText(folder / "config.json"), folder, std::move(*named)};
}

Result<neural::ClipPreprocess> preprocessOf(const fs::path& folder, const neural::ClipVisionSettings& settings) {
  const fs::path file = folder / "preprocessor_config.json";
  std::error_code ignored;
  if (fs::exists(file, ignored)) return neural::ClipPreprocess::read(fileText(file), file.string());
  neural::ClipPreprocess preprocess;
  preprocess.shortSide = preprocess.cropHeight = preprocess.cropWidth = static_cast<int>(settings.imageSide);
  return preprocess;
}

}  // namespace

Result<std::unique_ptr<ClipSimilarity>> ClipSimilarity::load(const fs::path& folder) {
  const neural::Placement processor{at::kCPU, at::kFloat};
  const auto model = wholeModel(folder);
  if (!model) return model.failure();
  const auto tokenizer = text::ClipTokenizer::open(folder);
  if (!tokenizer) return tokenizer.failure();
  const auto vision = neural::ClipVision::load(*model, processor);
  if (!vision) return vision.failure();
  const auto text = neural::ClipText::load(*model, processor);
  if (!text) return text.failure();
  const auto preprocess = preprocessOf(folder, (*vision)->settings());
  if (!preprocess) return preprocess.failure();
  std::unique_ptr<ClipSimilarity> clip(new ClipSimilarity(*tokenizer, *vision, *text));
  clip->m_preprocess = *preprocess;
  auto projected = neural::guarded("Loading CLIP's projection", [&] {
    const c10::InferenceMode inference;
    return neural::Linear(neural::WeightSource::of(model->weights, processor) / "text_projection", (*text)->settings().stack.width,
                          (*vision)->settings().projection, neural::Bias::Without);
  });
  if (!projected) return projected.failure();
  clip->m_textProjection = std::move(*projected);
  return clip;
}

Result<at::Tensor> ClipSimilarity::pictureEmbedding(const image::Bitmap& picture) const {
  return embeddingOf(picture, m_preprocess, [this](const at::Tensor& pixels) { return m_vision->forward(pixels).embedding; });
}

Result<at::Tensor> ClipSimilarity::textEmbedding(const std::string& prompt) const {
  const auto ids = m_tokenizer.encode(prompt);
  if (!ids) return ids.failure();
  return neural::guarded("Reading a prompt", [&] {
    const c10::InferenceMode inference;
    const auto states = m_text->forward(at::tensor(*ids, at::kLong).unsqueeze(0));
    return m_textProjection(states.pooled).to(at::kFloat).contiguous();
  });
}

void ClipSimilarity::judge(const JudgedPicture& picture, Verdict& verdict) const {
  const auto embed = [this](const at::Tensor& pixels) { return m_vision->forward(pixels).embedding; };
  addPair("clip-i", picture, m_preprocess, embed, verdict);
  if (picture.prompt.empty()) return;
  verdict.add("clip-t", labelOf(Protocol::Full), cosineOf(pictureEmbedding(picture.result), textEmbedding(picture.prompt)));
}

}  // namespace retailor::metrics
