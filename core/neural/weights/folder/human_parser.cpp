#include "core/neural/weights/folder/human_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/neural/weights/folder/component_class.h"
#include "core/neural/weights/folder/model_licence.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::weights {
namespace {

using Json = nlohmann::json;

constexpr const char* kParserClass = "SegformerForSemanticSegmentation";
constexpr std::size_t kMostLabels = 1000;
constexpr std::array kSigns{"hair", "pants", "skirt", "shoe", "dress", "skin", "nose"};
constexpr std::size_t kSignsOfAPerson = 2;  // one may be a dresser or a shoe shop

std::optional<std::size_t> idOf(const std::string& key, std::size_t count) {
  std::size_t id = 0;
  const auto [end, problem] = std::from_chars(key.data(), key.data() + key.size(), id);
  if (problem != std::errc() || end != key.data() + key.size() || id >= count) return std::nullopt;
  return id;
}

std::optional<std::vector<std::string>> namesIn(const Json& table) {
  if (!table.is_object() || table.empty() || table.size() > kMostLabels) return std::nullopt;
  std::vector<std::string> names(table.size());
  for (const auto& [key, name] : table.items()) {
    const auto id = idOf(key, names.size());
    if (!id || !name.is_string()) return std::nullopt;
    names[*id] = name.get<std::string>();
  }
  return names;
}

bool isNameless(const std::string& label) { return label.empty() || label.starts_with("LABEL_"); }

bool mentions(const std::vector<std::string>& labels, std::string_view word) {
  const auto alike = [](char a, char b) { return (a | 0x20) == b; };
  return std::ranges::any_of(labels, [&](const std::string& label) { return !std::ranges::search(label, word, alike).empty(); });
}

}  // namespace

std::optional<std::vector<std::string>> segmentationLabels(const std::string& config) {
  const Json parsed = Json::parse(config, nullptr, false);
  if (!parsed.is_object() || classIn(parsed) != kParserClass) return std::nullopt;
  const auto table = parsed.find("id2label");
  if (table == parsed.end() || table->is_null())
    return std::vector<std::string>{"LABEL_0", "LABEL_1"};  // transformers leaves out what is usual
  return namesIn(*table);
}

bool namePartsOfAPerson(const std::vector<std::string>& labels) {
  if (std::ranges::all_of(labels, isNameless)) return labels.size() == 18 || labels.size() == 47;
  const auto signs = std::ranges::count_if(kSigns, [&](const char* sign) { return mentions(labels, sign); });
  return static_cast<std::size_t>(signs) >= kSignsOfAPerson;
}

bool isHumanParser(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(folder / "config.json", ignored)) return false;
  const auto config = readSettingsText(folder / "config.json");
  const auto labels = config ? segmentationLabels(*config) : std::nullopt;
  return labels && namePartsOfAPerson(*labels);
}

std::string humanParserLicence(const std::filesystem::path& folder) {
  const std::string told = licenceOf(folder);
  return (told.empty() ? std::string("not told by its folder") : told) + "; its encoder began as NVIDIA's MiT, which is for research only";
}

}  // namespace retailor::weights
