// benchmark_references [cpu|cuda] [fp32|bf16|fp16] [repeats]: what references cost a step at full size (512x512, weights made up from their
// names): the U-Net's forward with three references whose regions cover a quarter of them against the plain one, in turn (A B B A), and
// what is done once per job. Prints medians; a guided step is two rows, of which only the conditional one sees references.
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>

#include "core/neural/models/reference_reader.h"
#include "core/neural/tensor/device_choice.h"
#include "tests/support/name_seeded_weights.h"

namespace {

using namespace retailor;
using support::normal;
using Work = std::function<void()>;

constexpr const char* config = R"({"in_channels": 9, "cross_attention_dim": 768, "attention_head_dim": 8})";
constexpr std::int64_t side = 64;

double secondsOf(const Work& work, const neural::Placement& placement) {
  const auto began = std::chrono::steady_clock::now();
  work();
  if (placement.device.is_cuda()) at::detail::getCUDAHooks().deviceSynchronize(placement.device.index());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> seconds) {
  std::ranges::nth_element(seconds, seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2));
  return seconds[seconds.size() / 2];
}

struct Medians {
  double plain = 0, with = 0;
};

Medians inTurn(const Work& plain, const Work& with, int repeats, const neural::Placement& placement) {
  std::vector<double> first, second;
  plain();
  with();
  for (int i = 0; i < repeats; ++i)
    for (const bool references : {i % 2 == 1, i % 2 == 0})
      (references ? second : first).push_back(secondsOf(references ? with : plain, placement));
  return {median(first), median(second)};
}

neural::RegionReference referenceAt(std::int64_t k) {
  const at::Tensor mask = at::zeros({8 * side, 8 * side});
  mask.slice(0, 100 * k, 100 * k + 4 * side).slice(1, 64 * k, 64 * k + 4 * side).fill_(1);
  return {normal(140 + static_cast<std::uint64_t>(k), {1, 9, side, side}), normal(121, {1, 77, 768}), mask};
}

// Forwards of `rows` rows of which the last sees references, against plain ones.
void compare(const std::shared_ptr<const neural::Unet>& unet, const neural::ReferenceReader& reader,
             const std::vector<neural::EncodedReference>& references, std::int64_t rows, int repeats) {
  const neural::UnetContext plain = unet->contextOf(normal(121, {1, 77, 768}).expand({rows, -1, -1}));
  neural::UnetContext with = plain;
  reader.show(with, references, rows - 1);
  const at::Tensor sample = normal(120, {1, 9, side, side}).expand({rows, -1, -1, -1}).contiguous(),
                   time = at::scalar_tensor(500, at::kLong);
  const Medians medians =
      inTurn([&] { unet->forward(sample, time, plain); }, [&] { unet->forward(sample, time, with); }, repeats, unet->placement());
  std::printf("%s: plain %.3f s, three references at a quarter %.3f s, %.3f times as long\n",
              rows == 1 ? "a forward of the conditional branch" : "a guided step", medians.plain, medians.with,
              medians.with / medians.plain);
}

double megabytes(const std::vector<neural::EncodedReference>& references) {
  double bytes = 0;
  for (const auto& reference : references)
    for (const auto& layer : reference.layers) bytes += layer.empty() ? 0.0 : static_cast<double>(2 * layer.keys.nbytes());
  return bytes / 1e6;
}

neural::Placement placementOf(int count, char** words) {
  static const std::map<std::string, at::ScalarType> types{{"fp32", at::kFloat}, {"bf16", at::kBFloat16}, {"fp16", at::kHalf}};
  const bool onCuda = count > 1 && std::string(words[1]) == "cuda" && neural::findDevices().usable.back().key == "cuda";
  return {onCuda ? at::Device(at::kCUDA, 0) : at::Device(at::kCPU), count > 2 ? types.at(words[2]) : at::kFloat};
}

}  // namespace

int main(int count, char** words) {
  const c10::InferenceMode inference;
  const neural::Placement placement = placementOf(count, words);
  const int repeats = count > 3 ? std::stoi(words[3]) : 4;
  const auto unet = std::make_shared<const neural::Unet>(support::nameSeededSource(placement),
                                                         neural::UnetSettings::read(neural::ModelSettings(config, "the benchmark")));
  for (const auto blocks : {neural::ReadingPolicy::Blocks::Every, neural::ReadingPolicy::Blocks::MiddleAndUp}) {
    auto reader = neural::ReferenceReader::pairing(std::make_shared<const neural::ReferenceUnet>(unet), unet, {.blocks = blocks}).value();
    std::vector<neural::EncodedReference> references;
    const double once = secondsOf(
        [&] {
          for (int k = 0; k < 3; ++k) references.push_back(reader.encode(referenceAt(k)));
        },
        placement);
    std::printf("%s, %d threads; once per job: %.3f s for %d looks and %d projections, %.1f MB kept\n",
                blocks == neural::ReadingPolicy::Blocks::Every ? "all blocks read" : "middle and up read", at::get_num_threads(), once,
                reader.work().looks, reader.work().projections, megabytes(references));
    for (const std::int64_t rows : {1, 2}) compare(unet, reader, references, rows, repeats);
  }
  return 0;
}
