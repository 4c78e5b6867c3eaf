#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"

namespace retailor::text {

using TokenId = std::int64_t;

// A byte-level vocabulary with merges in order of rank, in which "</w>" marks a word's end.
class BytePairs {
 public:
  // From vocab.json and merges.txt, or, where those are missing, the same in tokenizer.json. MissingWeights names the file and what is
  // wrong.
  static Result<BytePairs> read(const std::filesystem::path& folder);

  std::optional<TokenId> idOf(std::string_view token) const;

  // Splits a word (UTF-8, not empty) into tokens: bytes first, then the pair of lowest rank merged until none is left. Bytes that the
  // vocabulary lacks become `unknown`. Time grows as n log n with the word.
  std::vector<TokenId> tokensOf(std::string_view word, TokenId unknown) const;

 private:
  struct Merge {
    std::uint32_t rank = 0;
    TokenId whole = 0;
  };
  struct PairHash {
    std::size_t operator()(const std::pair<TokenId, TokenId>& pair) const {
      return std::hash<TokenId>()(pair.first) * 1'000'003U + std::hash<TokenId>()(pair.second);
    }
  };

  static Result<BytePairs> readSingleFile(const std::filesystem::path& file);
  Result<void> addMerge(std::string_view first, std::string_view second, const std::filesystem::path& file);
  Result<void> readMerges(const std::filesystem::path& file);
  void findByteTokens();
  const Merge* mergeOf(TokenId first, TokenId second) const;

  std::unordered_map<std::string, TokenId> m_ids;
  std::unordered_map<std::pair<TokenId, TokenId>, Merge, PairHash> m_merges;
  std::array<std::optional<TokenId>, 256> m_byte;      // inside a word
  std::array<std::optional<TokenId>, 256> m_lastByte;  // at its end

  friend class WordMerger;
};

}  // namespace retailor::text
