#include "core/metrics/networks/dreamsim/dreamsim_distance.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <array>

#include "core/metrics/networks/dreamsim/adapter.h"
#include "core/metrics/networks/dreamsim/trunk_weights.h"
#include "core/metrics/networks/embedded_pair.h"
#include "core/neural/tensor/network_failure.h"
#include "core/neural/weights/refusal.h"

namespace retailor::metrics {
namespace {

using at::Tensor;

bool isDino(DreamSimNetwork network) { return network == DreamSimNetwork::Dino || network == DreamSimNetwork::DinoV2; }

Tensor perChannel(const std::array<float, 3>& colour) { return at::tensor(at::ArrayRef<float>(colour)).view({1, 3, 1, 1}); }

neural::ClipPreprocess squeezing() {
  neural::ClipPreprocess preprocess;
  preprocess.shortSide = 0;
  preprocess.height = preprocess.width = static_cast<int>(dreamSimSide);
  preprocess.crops = preprocess.normalises = false;
  return preprocess;
}

DreamSimBranch branchOf(weights::WeightMap& trunk, DreamSimNetwork kind) {
  constexpr std::array imageNetMean{0.485F, 0.456F, 0.406F}, imageNetDeviation{0.229F, 0.224F, 0.225F};
  const neural::ClipPreprocess clip;
  simplifyTrunk(trunk);
  const neural::DinoSettings settings = settingsOf(trunk, kind);
  const weights::WeightMap named = neural::withViTModelNames(trunk);
  const neural::WeightSource source = neural::WeightSource::of(named, {at::kCPU, at::kFloat, neural::Operators::Plain});
  DreamSimBranch branch;
  branch.network = std::make_shared<const neural::DinoVision>(source, settings);
  if (!isDino(kind)) branch.projection = projectionOf(trunk, settings.stack.width);
  branch.mean = perChannel(isDino(kind) ? imageNetMean : clip.mean);
  branch.deviation = perChannel(isDino(kind) ? imageNetDeviation : clip.deviation);
  return branch;
}

Result<DreamSimBranch> loadedBranch(const DreamSimTrunk& trunk, const Adapter& adapter, int number) {
  Result<weights::WeightMap> weights = openTrunk(trunk);
  if (!weights) return weights.failure();
  if (const Result<void> merged = adapter.mergeInto(*weights, number); !merged) return merged.failure();
  return neural::guarded("Loading DreamSim", [&] {
    const c10::InferenceMode inference;
    return branchOf(*weights, trunk.network);
  });
}

}  // namespace

Tensor DreamSimBranch::embedding(const Tensor& pictures) const {
  const Tensor pixels = (pictures - mean) / deviation;
  return projection.defined() ? at::mm(network->embedding(pixels), projection) : network->lastState(pixels);
}

Result<std::unique_ptr<DreamSimDistance>> DreamSimDistance::load(const DreamSimModel& model, std::string metric) {
  const Result<Adapter> adapter = Adapter::read(model.adapterFile());
  if (!adapter) return adapter.failure();
  const int networks = static_cast<int>(model.trunks.size());
  if (adapter->networks() > networks) return weights::refused(model.adapterFile(), "it changes more networks than this DreamSim has");
  std::vector<DreamSimBranch> branches;
  for (int i = 0; i < networks; ++i) {
    Result<DreamSimBranch> branch = loadedBranch(model.trunks[static_cast<std::size_t>(i)], *adapter, i);
    if (!branch) return branch.failure();
    branches.push_back(std::move(*branch));
  }
  return std::unique_ptr<DreamSimDistance>(new DreamSimDistance(std::move(metric), std::move(branches)));
}

Tensor DreamSimDistance::embedding(const Tensor& pictures) const {
  const c10::InferenceMode inference;
  std::vector<Tensor> parts;
  for (const DreamSimBranch& branch : m_branches) parts.push_back(branch.embedding(pictures));
  const Tensor all = at::cat(parts, 1);
  return all - all.mean(1, /*keepdim=*/true);
}

Result<double> DreamSimDistance::between(const image::Bitmap& one, const image::Bitmap& other) const {
  const auto embed = [this](const Tensor& pixels) { return embedding(pixels); };
  const Result<double> cosine = cosineOf(embeddingOf(one, squeezing(), embed), embeddingOf(other, squeezing(), embed));
  if (!cosine) return cosine.failure();
  return std::max(0.0, 1 - *cosine);  // rounding can make the cosine of equal pictures a little more than 1
}

void DreamSimDistance::judge(const JudgedPicture& picture, Verdict& verdict) const {
  const image::Rect crop = cropAround(picture.mask);
  verdict.add(m_metric, labelOf(Protocol::Full), between(picture.result, picture.truth));
  verdict.add(m_metric, labelOf(Protocol::Crop), between(picture.result.cropped(crop), picture.truth.cropped(crop)));
}

}  // namespace retailor::metrics
