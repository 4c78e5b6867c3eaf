#include "app/command_line/preferred_folders.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace retailor::command_line {
namespace {

namespace fs = std::filesystem;

fs::path settingsFile() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  const fs::path folder = config != nullptr && *config != '\0' ? fs::path(config) : fs::path(home != nullptr ? home : "") / ".config";
  return folder / "Retailor" / "retailor.conf";
}

// A list as QSettings writes it: items parted by commas, in quotes where they hold one; a backslash before a quote or a backslash.
std::vector<fs::path> itemsOf(std::string_view text) {
  std::vector<fs::path> items;
  std::string item;
  bool quoted = false;
  const auto end = [&] {
    const std::size_t first = item.find_first_not_of(' ');
    if (first != std::string::npos) items.emplace_back(item.substr(first));
    item.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size())
      item += text[++i];
    else if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == ',' && !quoted)
      end();
    else
      item += text[i];
  }
  end();
  return items;
}

}  // namespace

std::vector<fs::path> preferredModelFolders() {
  constexpr std::string_view key = "folders=";
  std::ifstream stream(settingsFile());
  bool inModels = false;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with('[')) inModels = line == "[models]";
    if (inModels && line.starts_with(key)) return itemsOf(std::string_view(line).substr(key.size()));
  }
  return {};
}

}  // namespace retailor::command_line
