#pragma once

#include <memory>
#include <vector>

#include "core/methods/diffusion/network_set.h"
#include "core/neural/models/reference_reader.h"
#include "core/neural/sampling/scheduler_config.h"

namespace retailor::diffusion {

// How a model's U-Net comes to read references.
struct RegionManner {
  // Trained: the model has a Reference U-Net, which looks at clean pictures once. Untrained: the U-Net that draws looks itself, at every
  // step, at pictures that are as noisy as what it draws, for only then their features are alike.
  bool trained = true;
  bool everyStep = false;  // trained to look at clean pictures at every step, told of its time
  neural::ReadingPolicy policy{};
};

// The references that self-attention reads during one run: looked at once per run, or once per step, and kept from there on for every
// variation. One run, one thread.
class RegionReferences {
 public:
  // Latents clean and scaled; all F32 on the processor. `networks` must outlive it.
  RegionReferences(std::vector<neural::RegionReference> references, const RegionManner& manner, const neural::SchedulerConfig& noise,
                   NetworkSet& networks);

  // Lets a forward at `timestep` see them in the rows of its batch from `firstRow` on. Throws and fails as loading and running a U-Net
  // does.
  Result<void> show(neural::UnetContext& context, const std::shared_ptr<const neural::Unet>& unet, const at::Tensor& timestep,
                    std::int64_t firstRow);
  // Lets go what can be computed again.
  void forget();

  // Of the whole run.
  const neural::ReferenceReader::Work& work() const { return m_work; }

 private:
  bool looksAlways() const { return !m_manner.trained || m_manner.everyStep; }
  Result<std::shared_ptr<const neural::ReferenceUnet>> lookingAlongside(const std::shared_ptr<const neural::Unet>& unet);
  Result<void> look(const std::shared_ptr<const neural::Unet>& unet, const at::Tensor& timestep);
  at::Tensor looked(std::size_t k, const neural::Unet& unet, const at::Tensor& timestep) const;

  std::vector<neural::RegionReference> m_references;
  RegionManner m_manner;
  std::vector<at::Tensor> m_noise;  // one per reference, the same at every step; none for a trained model
  at::Tensor m_cumulative;          // [T], how much of the picture is left at each training timestep
  NetworkSet& m_networks;
  std::weak_ptr<const neural::Unet> m_unet;                // that the encoded references are for
  std::shared_ptr<const neural::ReferenceUnet> m_looking;  // kept where it looks at every step
  std::vector<neural::EncodedReference> m_encoded;
  neural::ReferenceReader::Work m_work;
};

}  // namespace retailor::diffusion
