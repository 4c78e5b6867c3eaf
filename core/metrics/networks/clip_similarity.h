#pragma once

#include <filesystem>
#include <memory>

#include "core/metrics/networks/judge.h"
#include "core/neural/layers/linear.h"
#include "core/neural/models/clip_text.h"
#include "core/neural/models/clip_vision.h"
#include "core/neural/tensor/clip_preprocess.h"
#include "core/neural/text/clip_tokenizer.h"

namespace retailor::metrics {

// CLIP-I: the cosine of the projected image embeddings of result and truth, of the whole and of the crop. CLIP-T: that of the result and
// the prompt, cut after the tokenizer's length; only where there is a prompt.
class ClipSimilarity : public Judge {
 public:
  // `folder` in the layout of transformers' CLIPModel: config.json, weights, vocab.json, merges.txt and perhaps preprocessor_config.json.
  // MissingWeights: what is missing or was refused.
  static Result<std::unique_ptr<ClipSimilarity>> load(const std::filesystem::path& folder);

  void judge(const JudgedPicture& picture, Verdict& verdict) const override;

  Result<at::Tensor> pictureEmbedding(const image::Bitmap& picture) const;  // [1, projection]; U8, 3 channels
  Result<at::Tensor> textEmbedding(const std::string& prompt) const;        // [1, projection]; BadInput where it is not UTF-8

 private:
  ClipSimilarity(text::ClipTokenizer tokenizer, std::shared_ptr<const neural::ClipVision> vision,
                 std::shared_ptr<const neural::ClipText> text)
      : m_tokenizer(std::move(tokenizer)), m_vision(std::move(vision)), m_text(std::move(text)) {}

  text::ClipTokenizer m_tokenizer;
  neural::ClipPreprocess m_preprocess;
  std::shared_ptr<const neural::ClipVision> m_vision;
  std::shared_ptr<const neural::ClipText> m_text;
  neural::Linear m_textProjection;
};

}  // namespace retailor::metrics
