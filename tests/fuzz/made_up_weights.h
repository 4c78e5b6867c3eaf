#pragma once

#include <random>
#include <string>
#include <vector>

namespace retailor::tests {

// Made-up weight files, one after another, the same for the same seed.
class MadeUpWeights {
 public:
  explicit MadeUpWeights(std::uint64_t seed);
  std::string next();

 private:
  std::string mutated(std::string bytes);
  void mutateOnce(std::string& bytes);
  std::size_t below(std::size_t limit);
  void takeApart(const std::string& file);

  // Good ones first; half of the picks are among them.
  struct Seeds {
    std::vector<std::string> some;
    std::size_t good = 0;
  };
  const std::string& anyOf(const Seeds& seeds) { return seeds.some[below(below(2) == 0 ? seeds.good : seeds.some.size())]; }

  std::mt19937_64 m_random;
  Seeds m_headers;  // of safetensors, with the data behind them
  Seeds m_pickles;
  Seeds m_files;  // of any kind, whole
};

}  // namespace retailor::tests
