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

}  // namespace

std::string shown(std::string_view name) {
  std::string text(name.size() > longestShown ? cut(name) : name);
  std::ranges::replace_if(
      text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
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
