#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/image/geometry.h"
#include "core/regions/schemes/parsing_scheme.h"

namespace retailor::regions {

// What a parser left in a file: a number a pixel, whose meaning a ParsingScheme tells.
struct LabelMap {
  std::string name;  // of the file, for sentences
  image::Size size;
  std::vector<std::uint32_t> ids;      // row by row
  std::optional<ParsingScheme> own{};  // where the file itself says what its numbers mean (a folder of masks, Retailor's colours)
  std::vector<std::string> notes{};    // sentences for the user: what was guessed while reading

  std::map<std::uint32_t, std::size_t> counts() const;  // pixels of each id that is there
};

inline constexpr std::uint32_t kBackground = 0, kVoid = 255;  // by custom: nobody, and do not care

}  // namespace retailor::regions
