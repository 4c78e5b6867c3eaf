#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace retailor::command_line {

// The number that the whole text spells, with a point as the decimal sign wherever the user lives. Nothing for anything before or after it,
// for a number that does not fit, for "nan" and for "inf".
template <class Number>
std::optional<Number> exactNumber(std::string_view text) {
  Number number{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if constexpr (std::is_floating_point_v<Number>)
    if (!std::isfinite(number)) return std::nullopt;
  return number;
}

// "10:20:300" as three numbers; nothing when a part is not one.
template <class Number>
std::optional<std::vector<Number>> exactNumbers(std::string_view text) {
  std::vector<Number> numbers;
  while (true) {
    const std::size_t colon = text.find(':');
    const std::optional<Number> number = exactNumber<Number>(text.substr(0, colon));
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    if (colon == std::string_view::npos) return numbers;
    text.remove_prefix(colon + 1);
  }
}

}  // namespace retailor::command_line
