#include "core/neural/text/word_merger.h"

namespace retailor::text {

WordMerger::WordMerger(const BytePairs& pairs, std::vector<TokenId> symbols) : m_pairs(pairs), m_symbols(symbols.size()) {
  for (std::size_t i = 0; i < symbols.size(); ++i)
    m_symbols[i] = {symbols[i], i == 0 ? none : i - 1, i + 1 < symbols.size() ? i + 1 : none, true};
}

void WordMerger::propose(std::size_t at) {
  if (at == none || m_symbols[at].after == none) return;
  if (const auto* merge = m_pairs.mergeOf(m_symbols[at].id, m_symbols[m_symbols[at].after].id))
    m_queue.push({merge->rank, at, merge->whole});
}

void WordMerger::merge(const Candidate& candidate) {
  Symbol& first = m_symbols[candidate.at];
  Symbol& second = m_symbols[first.after];
  first.id = candidate.whole;
  first.after = second.after;
  second.alive = false;
  if (first.after != none) m_symbols[first.after].before = candidate.at;
  propose(first.before);
  propose(candidate.at);
}

std::vector<TokenId> WordMerger::merged() {
  for (std::size_t i = 0; i < m_symbols.size(); ++i) propose(i);
  while (!m_queue.empty()) {
    const Candidate candidate = m_queue.top();
    m_queue.pop();
    const Symbol& first = m_symbols[candidate.at];
    if (!first.alive || first.after == none) continue;
    // The pair may have become another one since it was proposed.
    const auto* now = m_pairs.mergeOf(first.id, m_symbols[first.after].id);
    if (now != nullptr && now->rank == candidate.rank) merge(candidate);
  }
  std::vector<TokenId> tokens;
  for (const Symbol& symbol : m_symbols)
    if (symbol.alive) tokens.push_back(symbol.id);
  return tokens;
}

}  // namespace retailor::text
