#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/completion/completion_settings.h"
#include "core/methods/diffusion/device_plan.h"
#include "core/methods/diffusion/memory_ladder.h"
#include "core/neural/models/autoencoder.h"
#include "core/neural/models/clip_text.h"
#include "core/neural/models/reference_unet.h"
#include "core/neural/tensor/lora_change.h"

namespace retailor::diffusion {

// The networks of one model during one run: each is loaded when it is first asked for and kept until it is let go. Where they lie follows
// the memory plan: a change to the processor reloads them there. One thread.
class NetworkSet {
 public:
  // `model` and `ladder` must outlive it.
  NetworkSet(const weights::ModelFolder& model, const DevicePlan& device, const MemoryLadder& ladder)
      : m_model(model), m_device(device), m_ladder(ladder) {}

  // Whether the weight files of these parts are there and whole, before minutes are spent on a run: their headers are read, no more.
  Result<void> requireFiles(const std::vector<std::string>& parts);

  // From now on the U-Net's self-attention is that of this part, a list of such layers; to be said before the U-Net is loaded.
  void attendBy(std::string part) { m_attention = std::move(part); }

  // What changes the text encoder and the U-Net from now on; to be said before they are loaded. `choices`: the same as the user named it.
  void changeBy(neural::MergedLoras loras, const std::vector<completion::LoraChoice>& choices);

  // What a part computes with, as a text (content_key.h); it counts as used. Failures are those of a part that is not there.
  Result<std::string> identityOf(const std::string& part);

  Result<std::shared_ptr<const neural::ClipText>> textEncoder();
  Result<std::shared_ptr<const neural::Autoencoder>> autoencoder();
  Result<std::shared_ptr<const neural::Unet>> unet();
  // Loaded anew at every call, to lie beside the U-Net: it is needed once in a run.
  Result<std::shared_ptr<const neural::ReferenceUnet>> referenceUnet();

  // The weight files that networks were loaded from so far, and others that were used: the part's name and the file.
  const std::map<std::string, std::filesystem::path>& files() const { return m_files; }
  void used(const std::string& part, const std::filesystem::path& file) { m_files[part] = file; }

  // For numbers that are none even in F32: names the file that `part` was loaded from.
  Failure damaged(const std::string& part) const;

  const weights::ModelFolder& model() const { return m_model; }
  // Where new networks are placed now.
  DevicePlan device() const { return m_ladder.plan().onProcessor ? processorPlan() : m_device; }
  at::Device workDevice() const { return device().networks.device; }

  // From now on in F32: half precision overflowed.
  void makeUnetPrecise();
  void makeAutoencoderPrecise();
  bool unetIsHalf() const { return unetPlacement().type != at::kFloat; }
  bool autoencoderIsHalf() const { return autoencoderPlacement().type != at::kFloat; }

  // A stage is over: what the memory plan does not keep is let go.
  void textIsEncoded();
  void pictureIsEncoded();
  void pictureIsDrawn(bool isLast);  // isLast: nothing more will be drawn in this run
  // Lets everything go but nothing's settings: the next call loads again.
  void release();

 private:
  bool hasOtherAttention(const std::string& part) const { return part == "unet" && !m_attention.empty(); }
  Result<weights::Component> partOf(const std::string& name);
  Result<weights::Component> withOtherAttention(weights::Component unet);
  neural::Placement unetPlacement() const;
  neural::Placement autoencoderPlacement() const;
  neural::Placement placementOf(const std::string& part) const;
  template <class Network, class... Change>
  Result<std::shared_ptr<const Network>> loaded(std::shared_ptr<const Network>& kept, const char* part, const neural::Placement& placement,
                                                const Change&... change);

  const weights::ModelFolder& m_model;
  DevicePlan m_device;
  const MemoryLadder& m_ladder;
  neural::MergedLoras m_loras;
  std::string m_loraKey;
  std::string m_attention;  // the part; empty: the U-Net keeps its own
  std::map<std::string, std::filesystem::path> m_files;
  bool m_preciseUnet = false;
  bool m_preciseAutoencoder = false;
  std::shared_ptr<const neural::ClipText> m_text;
  std::shared_ptr<const neural::Autoencoder> m_autoencoder;
  std::shared_ptr<const neural::Unet> m_unet;
};

}  // namespace retailor::diffusion
