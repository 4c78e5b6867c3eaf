#pragma once

#include <memory>

#include "core/neural/models/clip_layers.h"
#include "core/neural/weights/folder/model_folder.h"
#include "core/result.h"

namespace retailor::neural {

struct ClipTextSettings {
  ClipStack stack;
  std::int64_t vocabulary = 49408;
  std::int64_t positions = 77;
  std::int64_t endId = 49407;  // the token whose state stands for the whole text; 2, a mistake of old files, means the largest id

  static ClipTextSettings read(const ModelSettings& settings);  // throws RefusedModel
};

// The text encoder of CLIP: every token sees those before it. Immutable after loading.
class ClipText {
 public:
  ClipText(const WeightSource& source, const ClipTextSettings& settings);
  static Result<std::shared_ptr<const ClipText>> load(const weights::Component& component, const Placement& placement,
                                                      const WeightSource::Change& change = {});

  struct States {
    at::Tensor last;    // [B, L, width], after the final layer normalisation: what the U-Net looks at
    at::Tensor pooled;  // [B, width], the state of the end token
  };

  // ids [B, L] I64 below settings().vocabulary, L at most settings().positions: others throw RefusedModel. `skipped`: layers left out at
  // the end
  // ("clip skip").
  States forward(const at::Tensor& ids, std::int64_t skipped = 0) const;

  const ClipTextSettings& settings() const { return m_settings; }
  const Placement& placement() const { return m_placement; }

 private:
  ClipTextSettings m_settings;
  std::string m_owner;  // the file, for sentences
  Placement m_placement;
  at::Tensor m_tokens;     // [vocabulary, width]
  at::Tensor m_positions;  // [positions, width]
  std::vector<ClipLayer> m_layers;
  LayerNorm m_norm;
};

}  // namespace retailor::neural
