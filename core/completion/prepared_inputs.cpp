#include "core/completion/prepared_inputs.h"

#include <array>

namespace retailor::completion {

std::string preparedInputKey(const PreparedInput& input) {
  constexpr std::array kinds{"crop", "model-mask", "blend-mask", "pre-fill"};
  constexpr std::array lookers{"", "-patches", "-attention", "-image-encoder", "-canvas"};
  if (input.kind != PreparedInput::Kind::Reference) return kinds.at(static_cast<std::size_t>(input.kind));
  return "reference-" + std::to_string(input.reference + 1) + lookers.at(static_cast<std::size_t>(input.looker));
}

}  // namespace retailor::completion
