#pragma once

#include "core/methods/diffusion/network_set.h"

namespace retailor::diffusion {

// What the U-Net looks at for words, F32 [1, n, c] each.
struct PromptTokens {
  at::Tensor conditional;
  at::Tensor unconditional;  // undefined where no guidance needs it
};

// Encodes a prompt and, for guidance, what is not wanted. Failures: a missing tokenizer or text encoder, text that is not UTF-8.
Result<PromptTokens> promptTokens(NetworkSet& networks, MemoryLadder& ladder, const std::string& prompt, const std::string& negative,
                                  bool guided);

}  // namespace retailor::diffusion
