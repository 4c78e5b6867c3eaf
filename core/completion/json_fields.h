#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

// Reading JSON that strangers wrote: every field checked, the first wrong one told by its path. For .cpp files of this room only.
namespace retailor::completion::json_fields {

using Json = nlohmann::json;

// Thrown by everything below, and caught where a file's reading began, so that deep readers stay short.
struct Refused {
  std::string where;  // "references.0.weight"
  std::string what;   // "is not a number"
};

[[noreturn]] void refuse(std::string where, const std::string& what);

const Json& member(const Json& object, const std::string& key, const std::string& path);
void allowOnly(const Json& object, std::initializer_list<const char*> keys, const std::string& path);
std::string text(const Json& value, const std::string& path);
std::string sha256(const Json& value, const std::string& path);  // lower-case hex, or empty
double number(const Json& value, const std::string& path);
int wholeNumber(const Json& value, const std::string& path);
std::vector<int> wholeNumbers(const Json& value, std::size_t count, const std::string& path);

}  // namespace retailor::completion::json_fields
