#pragma once

#include <ATen/core/Tensor.h>

#include <memory>
#include <vector>

#include "core/metrics/models/dreamsim_model.h"
#include "core/metrics/networks/judge.h"
#include "core/neural/models/dino_vision.h"

namespace retailor::metrics {

// One of DreamSim's vision transformers, changed by the adapter. DINO and DINOv2 give the whole's token as the last layer leaves it, before
// the last normalisation; CLIP and OpenCLIP the projected embedding.
struct DreamSimBranch {
  std::shared_ptr<const neural::DinoVision> network;
  at::Tensor projection;       // [width, n]; undefined: DINO, DINOv2
  at::Tensor mean, deviation;  // [1, 3, 1, 1]

  at::Tensor embedding(const at::Tensor& pictures) const;  // [B, 3, 224, 224], 0..1 -> [B, n]
};

// DreamSim (Fu et al. 2023): how unlike two pictures look to a person, 0 for equal ones. One minus the cosine of the branches' embeddings,
// joined and with the mean of their numbers subtracted. Pictures go in as the published package has them: squeezed to 224 x 224, bicubic.
class DreamSimDistance : public Judge {
 public:
  // `metric`: "dreamsim" or "dreamsim-single". A complete model. MissingWeights: a file was refused, or the files do not belong together.
  static Result<std::unique_ptr<DreamSimDistance>> load(const DreamSimModel& model, std::string metric);

  void judge(const JudgedPicture& picture, Verdict& verdict) const override;

  // U8 RGB of any sizes.
  Result<double> between(const image::Bitmap& one, const image::Bitmap& other) const;
  at::Tensor embedding(const at::Tensor& pictures) const;  // [B, 3, 224, 224], 0..1 -> [B, all n], the mean subtracted

 private:
  DreamSimDistance(std::string metric, std::vector<DreamSimBranch> branches)
      : m_metric(std::move(metric)), m_branches(std::move(branches)) {}

  std::string m_metric;
  std::vector<DreamSimBranch> m_branches;
};

}  // namespace retailor::metrics
