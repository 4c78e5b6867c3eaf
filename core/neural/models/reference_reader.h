#pragma once

#include <span>

#include "core/neural/models/reference_unet.h"
#include "core/neural/models/region_mask.h"

namespace retailor::neural {

// A reference picture on its way into completion.
struct RegionReference {
  at::Tensor latent;  // [1, in, h, w], scaled
  at::Tensor label;   // [1, S, outside], the states of the words for its region
  at::Tensor mask;    // [8h, 8w] 0..1, which of its pixels count; undefined: all
  double weight = 1;  // its tokens count so many times; at 0 it is not there
};

// How trained networks expect references to be read.
struct ReadingPolicy {
  enum class Blocks { Every, MiddleAndUp };
  MaskedTokens masked = MaskedTokens::Drop;
  Blocks blocks = Blocks::Every;  // whose self-attention reads
  double blend = 1;               // 0..1, see ReferenceTokens
};

// What a reference gives to every self-attention layer of one U-Net. Made once, it serves every step, seed and prompt of a job.
struct EncodedReference {
  std::vector<ReferenceTokens>
      layers;  // one entry per transformer block, in the order of UnetContext::layers; empty ones for blocks that do not read
};

// Has the tokens of a reference that was encoded at weight 1 count `weight` times, more than 0; the same to the bit as encoding it so.
void weigh(EncodedReference& reference, double weight);

// Lets forwards with a context of that U-Net see these references, and no others, in the rows of their batch from `firstRow` on. Their
// order does not matter. `blend`: see ReferenceTokens; at 0 nothing is seen.
void showReferences(UnetContext& context, std::span<const EncodedReference> references, double blend, std::int64_t firstRow);

// Brings references from the U-Net that looks to the one that draws (Tsai et al. 2025, CompleteMe): their features are thinned to their
// regions and made keys and values by the drawing network's own self-attention. One job, one thread. What takes tensors throws RefusedModel
// where sizes do not fit.
class ReferenceReader {
 public:
  // MissingWeights where the two networks' blocks are not alike.
  static Result<ReferenceReader> pairing(std::shared_ptr<const ReferenceUnet> looking, std::shared_ptr<const Unet> drawing,
                                         const ReadingPolicy& policy);

  // Runs the Reference U-Net once, at `time` (one number; undefined: 0), and projects its features once.
  EncodedReference encode(const RegionReference& reference, const at::Tensor& time = {});
  // The second half of it, on features that are there already.
  EncodedReference project(std::span<const TappedTokens> features, const RegionReference& reference);

  // As showReferences() does it, with this reader's blend.
  void show(UnetContext& context, std::span<const EncodedReference> references, std::int64_t firstRow = 0) const {
    showReferences(context, references, m_policy.blend, firstRow);
  }

  // What this job has computed for references so far.
  struct Work {
    int looks = 0;        // runs of the Reference U-Net
    int projections = 0;  // of one reference for one layer
  };
  const Work& work() const { return m_work; }

 private:
  ReferenceReader(std::shared_ptr<const ReferenceUnet> looking, std::shared_ptr<const Unet> drawing, const ReadingPolicy& policy);

  ReferenceTokens projected(std::size_t block, const TappedTokens& features, const RegionReference& reference);

  std::shared_ptr<const ReferenceUnet> m_looking;
  std::shared_ptr<const Unet> m_drawing;
  ReadingPolicy m_policy;
  std::size_t m_blocks;      // of the network
  std::size_t m_firstBlock;  // that reads; all from there on do
  Work m_work;
};

}  // namespace retailor::neural
