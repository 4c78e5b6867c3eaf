#include "core/neural/weights/settings_json.h"

#include <set>
#include <vector>

#include "core/neural/weights/mapped_file.h"
#include "core/neural/weights/refusal.h"

namespace retailor::weights {
namespace {

using Json = nlohmann::json;

constexpr std::size_t largest = std::size_t{64} << 20U;

// The parser's callback: remembers the names of every open object.
class NamesOnce {
 public:
  bool operator()(int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) m_open.emplace_back();
    if (event == Json::parse_event_t::object_end) m_open.pop_back();
    if (event == Json::parse_event_t::key && !m_open.back().insert(parsed.get<std::string>()).second && twice.empty())
      twice = parsed.get<std::string>();
    return true;
  }

  std::string twice;

 private:
  std::vector<std::set<std::string>> m_open;
};

}  // namespace

Result<std::string> readSettingsText(const std::filesystem::path& file) {
  const auto mapped = MappedFile::open(file);
  if (!mapped) return mapped.failure();
  const auto bytes = (*mapped)->bytes();
  if (bytes.size() > largest) return refused(file, "it is larger than 64 MiB, far more than settings need");
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Result<Json> parseSettings(const std::string& text, const std::filesystem::path& file) {
  NamesOnce names;
  const Json parsed = Json::parse(text, std::ref(names), false);
  if (parsed.is_discarded()) return refused(file, "it is not valid JSON");
  if (!names.twice.empty()) return refused(file, "it names “" + shown(names.twice) + "” twice");
  if (!parsed.is_object()) return refused(file, "it holds no JSON object");
  return parsed;
}

Result<Json> readSettings(const std::filesystem::path& file) {
  const Result<std::string> text = readSettingsText(file);
  return text ? parseSettings(*text, file) : text.failure();
}

}  // namespace retailor::weights
