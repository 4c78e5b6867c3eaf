#pragma once

#include <functional>
#include <queue>
#include <utility>
#include <vector>

#include "core/neural/text/byte_pairs.h"

namespace retailor::text {

// The symbols of one word as a linked list, and a queue of the pairs that could be merged.
class WordMerger {
 public:
  WordMerger(const BytePairs& pairs, std::vector<TokenId> symbols);
  std::vector<TokenId> merged();

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Symbol {
    TokenId id = 0;
    std::size_t before = none;
    std::size_t after = none;
    bool alive = true;
  };
  struct Candidate {
    std::uint32_t rank = 0;
    std::size_t at = 0;  // the first symbol of the pair
    TokenId whole = 0;
    bool operator>(const Candidate& other) const { return std::pair(rank, at) > std::pair(other.rank, other.at); }
  };

  void propose(std::size_t at);
  void merge(const Candidate& candidate);

  const BytePairs& m_pairs;
  std::vector<Symbol> m_symbols;
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> m_queue;
};

}  // namespace retailor::text
