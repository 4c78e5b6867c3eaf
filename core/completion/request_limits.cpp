#include "core/completion/request_limits.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace retailor::completion {
namespace {

struct Limit {
  double value;
  double least;
  double most;
  const char* sentence;
};

Result<void> checkNumbers(const CompletionSettings& settings) {
  const std::array limits{
      Limit{static_cast<double>(settings.steps), 0, 1000, "The number of steps must lie between 1 and 1000 (0: the method's own)."},
      Limit{settings.guidance, 0, 100, "Guidance must lie between 0 and 100."},
      Limit{settings.guidanceFrom, 0, 1, "Guidance must begin between 0 and 1, as a share of the steps."},
      Limit{settings.guidanceUntil, 0, 1, "Guidance must end between 0 and 1, as a share of the steps."},
      Limit{settings.strength, 0, 1, "Strength must lie between 0 and 1."},
      Limit{settings.referenceScale, 0, 10, "The reference scale must lie between 0 and 10."},
      Limit{settings.imageScale, 0, 10, "The image scale must lie between 0 and 10."},
      Limit{settings.similarity, 0, 2, "Similarity must lie between 0 and 2."},
      Limit{settings.stayInPlace, 0.01, 0.1, "Stay in place must lie between 0.01 and 0.1."},
      Limit{static_cast<double>(settings.variations), 1, 64, "The number of variations must lie between 1 and 64."},
      Limit{static_cast<double>(settings.threads), 0, 1024, "The number of threads must lie between 1 and 1024 (0: all of the machine's)."},
      Limit{static_cast<double>(settings.stopAfterStep), 0, 1e6, "The step to stop after must not be negative."},
  };
  for (const Limit& limit : limits)
    if (!inRange(limit.value, limit.least, limit.most)) return badInput(limit.sentence);
  return {};
}

Result<void> checkNames(const CompletionSettings& settings) {
  constexpr std::array<std::string_view, 3> devices{"auto", "cpu", "cuda"};
  constexpr std::array<std::string_view, 4> precisions{"auto", "fp32", "fp16", "bf16"};
  constexpr std::array<std::string_view, 10> schedulers{"",      "ddim",    "ddpm",  "pndm", "dpmpp-2m", "dpmpp-2m-karras",
                                                        "euler", "euler-a", "unipc", "lcm"};
  if (settings.method.empty()) return badInput("No completion method is named.");
  if (std::ranges::count(devices, settings.device) == 0)
    return badInput("There is no device '" + settings.device + "'; use auto, cpu or cuda.");
  if (std::ranges::count(precisions, settings.precision) == 0)
    return badInput("There is no precision '" + settings.precision + "'; use auto, fp32, fp16 or bf16.");
  if (std::ranges::count(schedulers, settings.scheduler) == 0)
    return badInput("There is no scheduler '" + settings.scheduler +
                    "'; use ddim, ddpm, pndm, dpmpp-2m, dpmpp-2m-karras, euler, euler-a, unipc or lcm.");
  return {};
}

Result<void> checkLoras(const std::vector<LoraChoice>& loras) {
  constexpr std::size_t most = 16;
  if (loras.size() > most) return badInput("At most " + std::to_string(most) + " LoRA files can be used at once.");
  for (const LoraChoice& lora : loras) {
    if (lora.file.empty()) return badInput("A LoRA file is given without its name.");
    if (!inRange(lora.scale, -10, 10)) return badInput("The scale of the LoRA " + lora.file + " must lie between -10 and 10.");
  }
  return {};
}

Result<void> checkWorkingSize(const image::Size& size) {
  const bool methodsOwn = size == image::Size{};
  if (methodsOwn || (inRange(size.width, 16, 16384) && inRange(size.height, 16, 16384))) return {};
  return badInput("Each side of the working size must lie between 16 and 16384 pixels.");
}

}  // namespace

bool inRange(double value, double least, double most) { return value >= least && value <= most; }

bool usable(const Placement& placement) {
  constexpr double far = 1e6;  // pixels; beyond any photo we read
  return inRange(placement.x, -far, far) && inRange(placement.y, -far, far) && inRange(placement.width, 1, far) &&
         inRange(placement.height, 1, far) && inRange(placement.degrees, -3600, 3600);
}

Result<void> checkSettings(const CompletionSettings& settings) {
  if (Result<void> good = checkNumbers(settings); !good) return good;
  if (Result<void> good = checkNames(settings); !good) return good;
  if (Result<void> good = checkLoras(settings.loras); !good) return good;
  return checkWorkingSize(settings.workingSize);
}

}  // namespace retailor::completion
