#include "core/neural/text/normal_text.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace retailor::text {
namespace {

constexpr utf8proc_int32_t capitalDottedI = 0x130;  // the one letter whose lower case is two code points, and it has no context
constexpr utf8proc_int32_t combiningDot = 0x307;

enum class Kind { Space, Letter, Digit, Other };

struct CodePoint {
  utf8proc_int32_t value = 0;
  std::size_t bytes = 0;
};

CodePoint first(std::string_view text) {
  CodePoint point;
  const auto bytes =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &point.value);
  point.bytes = bytes > 0 ? static_cast<std::size_t>(bytes) : 1;
  return point;
}

void append(std::string& text, utf8proc_int32_t value) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto count = utf8proc_encode_char(value, bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
}

// Unicode's White_Space.
bool isSpace(utf8proc_int32_t value) {
  return (value >= 9 && value <= 13) || value == 0x20 || value == 0x85 || value == 0xa0 || value == 0x1680 ||
         (value >= 0x2000 && value <= 0x200a) || value == 0x2028 || value == 0x2029 || value == 0x202f || value == 0x205f ||
         value == 0x3000;
}

Kind kindOf(utf8proc_int32_t value) {
  if (isSpace(value)) return Kind::Space;
  const auto category = utf8proc_category(value);
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) return Kind::Letter;
  return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO ? Kind::Digit : Kind::Other;
}

// Bytes of the contraction at the start; 0 where there is none.
std::size_t contraction(std::string_view text) {
  for (const std::string_view end : {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"})
    if (text.starts_with(end)) return end.size();
  return 0;
}

// Bytes of the run of code points of one kind at the start.
std::size_t run(std::string_view text, Kind kind) {
  std::size_t bytes = 0;
  while (bytes < text.size()) {
    const CodePoint point = first(text.substr(bytes));
    if (kindOf(point.value) != kind) break;
    bytes += point.bytes;
  }
  return bytes;
}

}  // namespace

Result<std::string> normalText(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(mapped, &std::free);
  if (length < 0) return badInput("The prompt is not UTF-8 text. Save it as UTF-8, or type it again.");
  std::string_view composed(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
  std::string normal;
  for (CodePoint point; !composed.empty(); composed.remove_prefix(point.bytes)) {
    point = first(composed);
    if (isSpace(point.value) && normal.ends_with(' ')) continue;
    append(normal, isSpace(point.value) ? ' ' : point.value == capitalDottedI ? 'i' : utf8proc_tolower(point.value));
    if (point.value == capitalDottedI) append(normal, combiningDot);
  }
  return normal;
}

std::vector<std::string_view> wordsIn(std::string_view normal) {
  std::vector<std::string_view> words;
  while (!normal.empty()) {
    const CodePoint point = first(normal);
    const Kind kind = kindOf(point.value);
    std::size_t length = contraction(normal);
    if (length == 0) length = kind == Kind::Digit || kind == Kind::Space ? point.bytes : run(normal, kind);
    if (kind != Kind::Space) words.push_back(normal.substr(0, length));
    normal.remove_prefix(length);
  }
  return words;
}

}  // namespace retailor::text
