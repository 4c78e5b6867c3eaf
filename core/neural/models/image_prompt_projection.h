#pragma once

#include <memory>
#include <optional>

#include "core/neural/layers/resampler.h"
#include "core/result.h"

namespace retailor::neural {

// The part of an IP-Adapter (Ye et al. 2023) that turns what CLIP saw of a picture into tokens. Its kind and sizes are read off the file's
// tensors. Immutable after loading.
class ImagePromptProjection {
 public:
  // What CLIP has to give: the embedding of the whole picture, or all states of the last layer but one.
  // What stands for no picture: tokens of an embedding of zeros, or of the states of a picture whose normalised pixels are zeros.
  enum class Input { Embedding, PenultimateStates };

  // `file`: a whole IP-Adapter file, names below "image_proj." MissingWeights where it is none.
  static Result<std::shared_ptr<const ImagePromptProjection>> load(const weights::WeightMap& file, const Placement& placement);
  ImagePromptProjection(const weights::WeightMap& file, const Placement& placement);  // throws RefusedModel

  Input input() const { return m_input; }
  // [.., in] embeddings, or [.., L, in] states -> [.., tokens, width]; leading axes (pictures, batch) stay. Throws RefusedModel for another
  // width.
  at::Tensor tokens(const at::Tensor& seen) const;

 private:
  Input m_input = Input::Embedding;
  std::string m_owner;    // the file, for sentences
  std::int64_t m_in = 0;  // width of what it takes
  Placement m_placement;
  std::int64_t m_tokens = 4;  // made of one embedding
  Linear m_first, m_second;   // the second only in the adapter for whole faces
  LayerNorm m_norm;
  std::optional<Resampler> m_resampler;  // in the plus adapters
};

}  // namespace retailor::neural
