#include "core/regions/reading/run_lengths.h"

namespace retailor::regions {

namespace {

constexpr int kMostLetters = 8;  // 40 bits: more than any length, and its difference, needs

// The number whose first letter is at `at`; nothing for a letter that is none, or no end.
std::optional<std::int64_t> nextNumber(std::string_view text, std::size_t& at) {
  std::int64_t value = 0;
  for (int letter = 0; letter < kMostLetters && at < text.size(); ++letter) {
    const int bits = text[at++] - '0';
    if (bits < 0 || bits > 63) return std::nullopt;
    value |= std::int64_t{bits & 31} << (5 * letter);
    if ((bits & 32) != 0) continue;
    if ((bits & 16) != 0) value -= std::int64_t{1} << (5 * letter + 5);
    return value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<RunLengths> runLengthsIn(std::string_view text, std::uint32_t most) {
  RunLengths lengths;
  for (std::size_t at = 0; at < text.size();) {
    const auto number = nextNumber(text, at);
    if (!number) return std::nullopt;
    const std::int64_t length = lengths.size() > 2 ? *number + lengths[lengths.size() - 2] : *number;
    if (length < 0 || length > most) return std::nullopt;
    lengths.push_back(static_cast<std::uint32_t>(length));
  }
  return lengths;
}

}  // namespace retailor::regions
