#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/result.h"

namespace retailor::diffusion {

// What encoders made of references, kept from run to run on the processor, whatever computes: another seed, prompt or hole needs none of it
// again. Known by keys (content_key.h) that hold everything it was made from, so that what is found equals to the bit what would be made.
// Of more than the budget the least recently used goes first. Worker thread only.
class KeptReferences {
 public:
  using Tensors = std::vector<at::Tensor>;  // some may be undefined

  static constexpr std::size_t usualBudget = std::size_t{512} << 20;
  explicit KeptReferences(std::size_t budget = usualBudget) : m_budget(budget) {}
  KeptReferences(const KeptReferences&) = delete;
  KeptReferences& operator=(const KeptReferences&) = delete;

  const Tensors* find(const std::string& key);         // null where it is not there; valid until the next keep()
  void keep(const std::string& key, Tensors tensors);  // what is larger than the whole budget is not kept
  void forget(const std::string& key);
  void clear();
  std::size_t bytes() const { return m_bytes; }

  // What was computed for references because it was not here, in all runs so far.
  struct Work {
    int pictures = 0;     // runs of an image encoder
    int latents = 0;      // of the autoencoder
    int labels = 0;       // of the text encoder, for a region's words
    int looks = 0;        // of the network that looks at references
    int projections = 0;  // to keys and values, of one reference for one layer
  };
  Work& work() { return m_work; }

 private:
  struct Entry {
    std::string key;
    Tensors tensors;
    std::size_t bytes = 0;
  };
  void drop(std::list<Entry>::iterator entry);

  std::size_t m_budget;
  std::size_t m_bytes = 0;
  std::list<Entry> m_entries;  // the last used first
  std::map<std::string, std::list<Entry>::iterator> m_places;
  Work m_work;
};

// The references of one run among those that are kept: which were known, and which had to be encoded.
class ReferencesOfRun {
 public:
  explicit ReferencesOfRun(KeptReferences& kept) : m_kept(kept) {}

  // What is kept for `reference` (its index in the request) under that key, or what `make` gives, from now on kept.
  Result<KeptReferences::Tensors> of(std::size_t reference, const std::string& key,
                                     const std::function<Result<KeptReferences::Tensors>()>& make);
  // The same for what comes later: only notes whether it is known.
  void expect(std::size_t reference, const std::string& key);

  KeptReferences& kept() { return m_kept; }
  int cached() const { return static_cast<int>(m_seen.size() - m_encoded.size()); }
  int encoded() const { return static_cast<int>(m_encoded.size()); }

 private:
  KeptReferences& m_kept;
  std::set<std::size_t> m_seen, m_encoded;
};

}  // namespace retailor::diffusion
