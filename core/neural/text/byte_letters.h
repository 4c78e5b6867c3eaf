#pragma once

#include <array>
#include <string>

namespace retailor::text {

// A letter, in UTF-8, for each of the 256 bytes, as GPT-2's vocabularies write them: bytes that print stand for themselves, the others are
// counted on from U+0100.
std::array<std::string, 256> byteLetters();

}  // namespace retailor::text
