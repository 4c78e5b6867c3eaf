#include "core/neural/weights/refusal.h"

#include <algorithm>

namespace retailor::weights {
namespace {

constexpr std::size_t longestShown = 80;
constexpr const char* refusedWords = " was refused: ";

// Cuts before a code point rather than inside it.
std::string_view cut(std::string_view name) {
  std::size_t end = longestShown;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0U) == 0x80U) --end;
  return name.substr(0, end);
}

// In bytes; 0 where the text does not begin with a code point in UTF-8 (Unicode 15, table 3-7, less its rules against long forms).
std::size_t lengthOfCodePoint(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length > text.size()) return 0;
  const auto follows = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; };
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(length, 1)), follows) ? length : 0;
}

}  // namespace

std::string shown(std::string_view name) {
  std::string text;
  const std::string_view kept = name.size() > longestShown ? cut(name) : name;
  for (std::size_t at = 0; at < kept.size();) {
    const std::size_t length = lengthOfCodePoint(kept.substr(at));
    const auto first = static_cast<unsigned char>(kept[at]);
    const bool isPrintable = length > 1 || (length == 1 && first >= 0x20 && first != 0x7f);
    text += isPrintable ? kept.substr(at, length) : "?";
    at += std::max<std::size_t>(length, 1);
  }
  return name.size() > longestShown ? text + "…" : text;
}

std::string quoted(const std::filesystem::path& path) {
  std::string text = path.string();
  std::ranges::replace_if(
      text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
  return "“" + text + "”";
}

Failure refused(const std::filesystem::path& file, const std::string& why) {
  return {FailureKind::MissingWeights, quoted(file) + refusedWords + why + ". Download it again, or use another copy."};
}

bool saysRefused(const Failure& failure) { return failure.sentence.find(refusedWords) != std::string::npos; }

Failure missing(const std::filesystem::path& file, const std::string& advice) {
  return {FailureKind::MissingWeights, quoted(file) + " does not exist. " + advice};
}

}  // namespace retailor::weights
