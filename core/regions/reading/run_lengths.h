#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace retailor::regions {

// Lengths of runs, outside first.
using RunLengths = std::vector<std::uint32_t>;

// COCO's text of run lengths: letters from '0' hold five bits each, lowest first, another one follows where bit 5 is set, bit 4 of the last
// is the sign; from the fourth number on it is the difference to the one before the last. Nothing where the text is none, or a length is
// negative or beyond `most`.
std::optional<RunLengths> runLengthsIn(std::string_view text, std::uint32_t most);

}  // namespace retailor::regions
