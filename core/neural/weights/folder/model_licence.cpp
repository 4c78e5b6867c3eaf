#include "core/neural/weights/folder/model_licence.h"

#include <fstream>
#include <system_error>

#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

constexpr int longestFrontMatter = 200;  // lines

std::string unquoted(std::string text) {
  const std::size_t first = text.find_first_not_of(" \t\"'");
  const std::size_t last = text.find_last_not_of(" \t\r\"'");
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

// The card of a hub model starts with YAML between two lines of dashes.
std::string fromCard(const std::filesystem::path& card) {
  constexpr std::string_view field = "license:";
  std::ifstream stream(card);
  std::string line;
  if (!std::getline(stream, line) || !line.starts_with("---")) return {};
  for (int i = 0; i < longestFrontMatter && std::getline(stream, line) && !line.starts_with("---"); ++i)
    if (line.starts_with(field)) return shown(unquoted(line.substr(field.size())));
  return {};
}

}  // namespace

std::string licenceOf(const std::filesystem::path& modelFolder) {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(modelFolder / "README.md", ignored))
    if (std::string licence = fromCard(modelFolder / "README.md"); !licence.empty()) return licence;
  for (const char* name : {"LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"})
    if (std::filesystem::is_regular_file(modelFolder / name, ignored)) return "see " + std::string(name);
  return {};
}

}  // namespace retailor::weights
