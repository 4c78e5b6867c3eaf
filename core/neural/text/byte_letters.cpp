#include "core/neural/text/byte_letters.h"

namespace retailor::text {
namespace {

bool prints(int byte) { return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174; }

// For code points below U+0800.
std::string utf8(int codePoint) {
  if (codePoint < 0x80) return {static_cast<char>(codePoint)};
  return {static_cast<char>(0xc0 | (codePoint >> 6)), static_cast<char>(0x80 | (codePoint & 0x3f))};
}

}  // namespace

std::array<std::string, 256> byteLetters() {
  std::array<std::string, 256> letters;
  int next = 0x100;
  for (int byte = 0; byte < 256; ++byte) letters[static_cast<std::size_t>(byte)] = utf8(prints(byte) ? byte : next++);
  return letters;
}

}  // namespace retailor::text
