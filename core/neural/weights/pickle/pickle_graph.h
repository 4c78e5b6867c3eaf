#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "core/neural/weights/pickle/pickle_names.h"
#include "core/result.h"

namespace retailor::weights {

using NodeIndex = std::uint32_t;

// One value of a pickle. Which fields count depends on the kind.
struct PickleNode {
  enum class Kind : std::uint8_t { None, Bool, Int, LongInt, Float, Text, Bytes, List, Tuple, Dict, Name, Call, Persistent };

  Kind kind = Kind::None;
  NameMeaning meaning = NameMeaning::Inert;  // of a Name
  std::int64_t number = 0;                   // of a Bool or an Int
  std::string_view text;                     // of a Text, Bytes or LongInt; a Name's name
  std::string_view module;                   // of a Name
  std::vector<NodeIndex> items;              // a Dict's key, value, key, value; a Call's Name and arguments; a Persistent's identity
};

// A pickle's values, which may refer to one another in circles. Texts are borrowed from the pickle's bytes.
struct PickleGraph {
  std::vector<PickleNode> nodes;
  NodeIndex root = 0;
  std::size_t length = 0;  // bytes of the pickle, STOP included

  const PickleNode& operator[](NodeIndex index) const { return nodes[index]; }
  // The value of a Dict under a text; nullptr when there is none.
  const PickleNode* valueOf(const PickleNode& dict, std::string_view key) const;
};

// Reads one pickle of protocol 2 to 5 at the start of `bytes`, for its data alone: a call stays a note that something would be called with
// something. Limits: 1,000,000 values, 16,000,000 instructions. MissingWeights names the file, and an instruction or a name that data never
// needs.
Result<PickleGraph> readPickle(std::span<const std::byte> bytes, const std::filesystem::path& file);

}  // namespace retailor::weights
