#pragma once

#include <functional>
#include <map>
#include <vector>

#include "core/methods/diffusion/network_set.h"
#include "core/methods/diffusion/prompt_tokens.h"
#include "core/methods/diffusion/region_references.h"
#include "core/neural/models/image_prompt.h"
#include "core/neural/sampling/guidance.h"

namespace retailor::diffusion {

// Pictures shown to the U-Net beside the words, as tokens of an IP-Adapter. All F32 on the processor.
struct PictureTokens {
  struct Set {
    std::vector<at::Tensor> conditional;    // one per picture, [1, S, c]
    std::vector<at::Tensor> unconditional;  // as many
    double scale = 1;
  };
  weights::WeightMap adapter;                   // the whole file
  std::vector<Set> sets;                        // looked at one by one; empty: no pictures
  std::shared_ptr<RegionReferences> regions{};  // what self-attention reads beside the picture; null: nothing
  at::Tensor poseMap{};                         // UnetContext::addedMap of both branches; undefined: no pose
};

// The U-Net's answer to a latent under guidance: both halves in one batch, or one after the other where memory is short. Answers that are
// not finite are asked for again in F32. Keeps the tokens' keys and values from step to step. One run, one thread.
class NoisePrediction {
 public:
  struct Conditions {
    PromptTokens words;  // undefined: the network looks at none
    PictureTokens pictures;
    at::Tensor channels;  // [1, n, h, w] F32 laid behind the latent's; undefined: none
    neural::Guidance guidance;
    at::Tensor unconditionalChannels{};  // the same in the unconditional branch, where that differs
  };

  // `networks` and `ladder` must outlive it. `say` hears sentences for the user.
  NoisePrediction(NetworkSet& networks, MemoryLadder& ladder, Conditions conditions, std::function<void(const std::string&)> say)
      : m_networks(networks), m_ladder(ladder), m_conditions(std::move(conditions)), m_say(std::move(say)) {}

  // latent [1, 4, h, w] as the network wants to see it; step `index` of `count` -> [1, 4, h, w] F32 on the latent's device. Stops being
  // asked when the failure says so: MissingWeights when the numbers are no numbers even in F32.
  Result<at::Tensor> operator()(const at::Tensor& latent, const at::Tensor& timestep, int index, int count);

 private:
  enum class Branch { Pair, Conditional, Unconditional };

  Result<at::Tensor> answer(const at::Tensor& latent, const at::Tensor& timestep, bool guided);
  Result<at::Tensor> computed(const at::Tensor& latent, const at::Tensor& timestep, bool guided);
  Result<void> prepare();
  Result<neural::UnetContext*> context(Branch branch);
  Result<void> showRegions(neural::UnetContext& context, const at::Tensor& timestep, Branch branch);
  Result<void> addPictures(neural::UnetContext& context, Branch branch);
  Result<at::Tensor> forward(const at::Tensor& latent, const at::Tensor& timestep, Branch branch);
  at::Tensor words(Branch branch) const;
  at::Tensor seen(const at::Tensor& latent, Branch branch) const;
  bool canBeGuided() const { return m_conditions.words.unconditional.defined() || m_conditions.unconditionalChannels.defined(); }
  void forget();

  NetworkSet& m_networks;
  MemoryLadder& m_ladder;
  Conditions m_conditions;
  std::function<void(const std::string&)> m_say;
  std::shared_ptr<const neural::Unet> m_unet;  // the contexts below belong to it
  std::shared_ptr<const neural::ImagePrompt> m_prompt;
  std::map<Branch, neural::UnetContext> m_contexts;
};

}  // namespace retailor::diffusion
