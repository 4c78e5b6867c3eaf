#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/methods/diffusion/kept_references.h"
#include "core/methods/diffusion/network_set.h"
#include "core/neural/models/reference_reader.h"
#include "core/neural/sampling/scheduler_config.h"

namespace retailor::diffusion {

// How a model's U-Net comes to read references.
struct RegionManner {
  // Trained: the model has a Reference U-Net, which looks at clean pictures once. Untrained: the U-Net that draws looks itself, at every
  // step, at pictures that are as noisy as what it draws, for only then their features are alike.
  bool trained = true;
  bool everyStep = false;  // trained to look at clean pictures at every step, told of its time; nothing of that is kept
  neural::ReadingPolicy policy{};
};

// A reference on its way into self-attention: latent clean and scaled, all F32 on the processor.
struct SeenReference {
  neural::RegionReference shown;
  std::string content;  // what it is known by (content_key.h): all that its latent, label and mask were made from
};

// The references that self-attention reads during one run: looked at once, and from there on kept for later runs too, or once per step. One
// run, one thread.
class RegionReferences {
 public:
  // `networks` and `kept` must outlive it.
  RegionReferences(std::vector<SeenReference> references, const RegionManner& manner, const neural::SchedulerConfig& noise,
                   NetworkSet& networks, KeptReferences& kept);

  // What a reference that a trained model looked at once is kept by. Failures are those of parts that are not there.
  static Result<std::string> keyFor(const std::string& content, const RegionManner& manner, NetworkSet& networks);

  // Lets a forward at `timestep` see them in the rows of its batch from `firstRow` on. Throws and fails as loading and running a U-Net
  // does.
  Result<void> show(neural::UnetContext& context, const std::shared_ptr<const neural::Unet>& unet, const at::Tensor& timestep,
                    std::int64_t firstRow);
  // Lets go what can be computed again.
  void forget();

 private:
  bool looksAlways() const { return !m_manner.trained || m_manner.everyStep; }
  Result<std::shared_ptr<const neural::ReferenceUnet>> looking(const std::shared_ptr<const neural::Unet>& unet);
  Result<void> look(const std::shared_ptr<const neural::Unet>& unet, const at::Tensor& timestep);
  Result<neural::ReferenceReader*> reader(const std::shared_ptr<const neural::Unet>& unet);
  Result<neural::EncodedReference> known(std::size_t k, const std::shared_ptr<const neural::Unet>& unet);
  Result<neural::EncodedReference> lookedAgain(std::size_t k, const std::shared_ptr<const neural::Unet>& unet, const at::Tensor& timestep);
  at::Tensor noisy(std::size_t k, const neural::Unet& unet, const at::Tensor& timestep) const;
  void count(const neural::ReferenceReader::Work& before, const neural::ReferenceReader::Work& after);

  std::vector<SeenReference> m_references;
  RegionManner m_manner;
  std::vector<at::Tensor> m_noise;  // one per reference, the same at every step; none for a trained model
  at::Tensor m_cumulative;          // [T], how much of the picture is left at each training timestep
  NetworkSet& m_networks;
  KeptReferences& m_kept;
  std::weak_ptr<const neural::Unet> m_unet;                // that the encoded references are for
  std::shared_ptr<const neural::ReferenceUnet> m_looking;  // kept beside it where it looks at every step
  std::vector<neural::EncodedReference> m_encoded;
  std::optional<neural::ReferenceReader> m_reader;  // while looking
};

}  // namespace retailor::diffusion
