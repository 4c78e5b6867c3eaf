#include "core/methods/diffusion/prompt_tokens.h"

#include <ATen/ATen.h>

#include "core/neural/text/clip_tokenizer.h"

namespace retailor::diffusion {
namespace {

using at::Tensor;

// [1, length] I64
Result<Tensor> idsOf(const text::ClipTokenizer& tokenizer, const std::string& words) {
  Result<std::vector<std::int64_t>> ids = tokenizer.encode(words);
  if (!ids) return ids.failure();
  return at::tensor(*ids, at::kLong).unsqueeze(0);
}

Result<Tensor> encoded(NetworkSet& networks, MemoryLadder& ladder, const Tensor& ids) {
  const auto work = [&]() -> Result<Tensor> {
    const auto encoder = networks.textEncoder();
    if (!encoder) return encoder.failure();
    return (*encoder)->forward(ids).last.to(at::kCPU, at::kFloat);
  };
  return ladder.attempt(Stage::Encoding, "Reading the prompt", work, [&networks] { networks.release(); });
}

}  // namespace

Result<PromptTokens> promptTokens(NetworkSet& networks, MemoryLadder& ladder, const std::string& prompt, const std::string& negative,
                                  bool guided) {
  const auto folder = networks.model().folderOf("tokenizer");
  if (!folder) return folder.failure();
  const auto tokenizer = text::ClipTokenizer::open(*folder);
  if (!tokenizer) return tokenizer.failure();
  PromptTokens tokens;
  for (const auto& [words, kept] : {std::pair(&prompt, &tokens.conditional), std::pair(&negative, &tokens.unconditional)}) {
    if (kept == &tokens.unconditional && !guided) continue;
    const Result<Tensor> ids = idsOf(*tokenizer, *words);
    if (!ids) return ids.failure();
    Result<Tensor> states = encoded(networks, ladder, *ids);
    if (!states) return states.failure();
    if (!states->isfinite().all().item<bool>()) return networks.damaged("text_encoder");
    *kept = *states;
  }
  networks.textIsEncoded();
  return tokens;
}

}  // namespace retailor::diffusion
