#pragma once

#include <filesystem>
#include <memory>

#include "core/metrics/networks/judge.h"
#include "core/neural/models/dino_vision.h"

namespace retailor::metrics {

// DINO: the cosine of the embeddings of result and truth, of the whole and of the crop. Pictures go in as the literature has them: 256
// pixels at the shorter side, bicubic, 224 from the middle, ImageNet's mean and deviation.
class DinoSimilarity : public Judge {
 public:
  explicit DinoSimilarity(std::shared_ptr<const neural::DinoVision> network) : m_network(std::move(network)) {}
  void judge(const JudgedPicture& picture, Verdict& verdict) const override;

 private:
  std::shared_ptr<const neural::DinoVision> m_network;
};

// The weight file of `model`: itself, or the one in that folder.
std::filesystem::path dinoWeightFile(const std::filesystem::path& model);

// From the authors' file, or a folder with a ViTModel in it.
Result<std::shared_ptr<const neural::DinoVision>> loadDino(const std::filesystem::path& model);

}  // namespace retailor::metrics
