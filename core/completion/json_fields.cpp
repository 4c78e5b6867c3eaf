#include "core/completion/json_fields.h"

#include <algorithm>
#include <limits>

namespace retailor::completion::json_fields {

void refuse(std::string where, const std::string& what) {
  if (where.ends_with('.')) where.pop_back();
  throw Refused{where, what};
}

const Json& member(const Json& object, const std::string& key, const std::string& path) {
  if (!object.contains(key)) refuse(path + key, "is missing");
  return object[key];
}

void allowOnly(const Json& object, std::initializer_list<const char*> keys, const std::string& path) {
  if (!object.is_object()) refuse(path, "is not an object");
  for (const auto& [key, value] : object.items())
    if (std::ranges::find(keys, key) == keys.end()) refuse(path + key, "is not known to this version");
}

std::string text(const Json& value, const std::string& path) {
  if (!value.is_string()) refuse(path, "is not a text");
  return value.get<std::string>();
}

std::string sha256(const Json& value, const std::string& path) {
  std::string hex = text(value, path);
  const bool good = hex.empty() || (hex.size() == 64 && hex.find_first_not_of("0123456789abcdef") == std::string::npos);
  if (!good) refuse(path, "is not a SHA-256 in lower-case hex");
  return hex;
}

double number(const Json& value, const std::string& path) {
  if (!value.is_number()) refuse(path, "is not a number");
  return value.get<double>();
}

int wholeNumber(const Json& value, const std::string& path) {
  if (!value.is_number_integer()) refuse(path, "is not a whole number");
  const bool fits = value.is_number_unsigned() ? value.get<std::uint64_t>() <= std::numeric_limits<int>::max()
                                               : value.get<std::int64_t>() >= std::numeric_limits<int>::min();
  if (!fits) refuse(path, "is out of range");
  return value.get<int>();
}

std::vector<int> wholeNumbers(const Json& value, std::size_t count, const std::string& path) {
  if (!value.is_array() || value.size() != count) refuse(path, "is not a list of " + std::to_string(count) + " whole numbers");
  std::vector<int> numbers;
  for (const Json& one : value) numbers.push_back(wholeNumber(one, path));
  return numbers;
}

}  // namespace retailor::completion::json_fields
