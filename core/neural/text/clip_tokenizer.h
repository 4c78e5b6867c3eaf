#pragma once

#include <cstdint>
#include <filesystem>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace retailor::text {

// CLIP's tokenizer: lower-cased NFC text, split into words, byte-level pairs merged by rank with "</w>" at a word's end (the byte-pair
// encoding of Radford et al. 2021). Agrees with the fast tokenizer of the transformers library. Immutable after opening; safe on any
// thread.
class ClipTokenizer {
 public:
  // `folder` holds vocab.json and merges.txt; special_tokens_map.json and tokenizer_config.json are heeded where they are there.
  // MissingWeights names the file that is missing or refused, and why.
  static Result<ClipTokenizer> open(const std::filesystem::path& folder);

  // `length()` ids: start, the text's first ids, end, then padding. BadInput when the text is not UTF-8.
  Result<std::vector<std::int64_t>> encode(std::string_view text) const;

  // The ids of the text alone, however many: what a counter of tokens shows. BadInput when the text is not UTF-8.
  Result<std::vector<std::int64_t>> wordIds(std::string_view text) const;

  int length() const;  // 77 unless tokenizer_config.json says otherwise
  std::int64_t startId() const;
  std::int64_t endId() const;
  std::int64_t paddingId() const;

 private:
  struct Vocabulary;
  explicit ClipTokenizer(std::shared_ptr<const Vocabulary> vocabulary);
  std::shared_ptr<const Vocabulary> m_vocabulary;
};

}  // namespace retailor::text
