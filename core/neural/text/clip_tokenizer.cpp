#include "core/neural/text/clip_tokenizer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "core/neural/text/byte_pairs.h"
#include "core/neural/text/normal_text.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::text {

struct ClipTokenizer::Vocabulary {
  BytePairs pairs;
  std::string startText = "<|startoftext|>";
  std::string endText = "<|endoftext|>";
  TokenId start = 0;
  TokenId end = 0;
  TokenId padding = 0;
  TokenId unknown = 0;
  int length = 77;
};

namespace {

using Json = nlohmann::json;

constexpr int longest = 4096;

// An empty object where the file is absent: both settings files may be.
Result<Json> settingsIn(const std::filesystem::path& file) {
  std::error_code ignored;
  return std::filesystem::exists(file, ignored) ? weights::readSettings(file) : Result<Json>(Json::object());
}

// A special token is its text, or an object with its "content".
std::optional<std::string> specialToken(const Json& settings, const char* role) {
  const auto found = settings.find(role);
  if (found == settings.end()) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  const bool hasContent = found->is_object() && found->contains("content") && (*found)["content"].is_string();
  return hasContent ? std::optional((*found)["content"].get<std::string>()) : std::nullopt;
}

struct Settings {
  Json map;
  Json config;

  std::string token(const char* role, const std::string& standard) const {
    return specialToken(map, role).value_or(specialToken(config, role).value_or(standard));
  }
  int length() const {
    const auto found = config.find("model_max_length");
    const bool isSensible = found != config.end() && found->is_number() && found->get<double>() >= 3 && found->get<double>() <= longest;
    return isSensible ? found->get<int>() : 77;
  }
};

Result<Settings> readSettingsOf(const std::filesystem::path& folder) {
  auto map = settingsIn(folder / "special_tokens_map.json");
  if (!map) return map.failure();
  auto config = settingsIn(folder / "tokenizer_config.json");
  if (!config) return config.failure();
  return Settings{*std::move(map), *std::move(config)};
}

struct SpecialPlace {
  std::size_t at = std::string_view::npos;
  std::size_t bytes = 0;
  TokenId id = 0;
};

}  // namespace

ClipTokenizer::ClipTokenizer(std::shared_ptr<const Vocabulary> vocabulary) : m_vocabulary(std::move(vocabulary)) {}

Result<ClipTokenizer> ClipTokenizer::open(const std::filesystem::path& folder) {
  auto pairs = BytePairs::read(folder);
  if (!pairs) return pairs.failure();
  const auto settings = readSettingsOf(folder);
  if (!settings) return settings.failure();
  auto vocabulary = std::make_shared<Vocabulary>();
  vocabulary->pairs = *std::move(pairs);
  vocabulary->startText = settings->token("bos_token", vocabulary->startText);
  vocabulary->endText = settings->token("eos_token", vocabulary->endText);
  vocabulary->length = settings->length();
  const auto start = vocabulary->pairs.idOf(vocabulary->startText), end = vocabulary->pairs.idOf(vocabulary->endText);
  if (!start || !end || vocabulary->startText.empty() || vocabulary->endText.empty())
    return weights::refused(folder / "vocab.json", "it lacks the start or the end token");
  vocabulary->start = *start;
  vocabulary->end = *end;
  vocabulary->padding = vocabulary->pairs.idOf(settings->token("pad_token", vocabulary->endText)).value_or(*end);
  vocabulary->unknown = vocabulary->pairs.idOf(settings->token("unk_token", vocabulary->endText)).value_or(*end);
  return ClipTokenizer(vocabulary);
}

Result<std::vector<std::int64_t>> ClipTokenizer::wordIds(std::string_view text) const {
  const Result<std::string> normal = normalText(text);
  if (!normal) return normal.failure();
  const auto special = [&](std::string_view rest, const std::string& token, TokenId id) {
    return SpecialPlace{rest.find(token), token.size(), id};
  };
  std::vector<TokenId> ids;
  const auto addWords = [&](std::string_view plain) {
    for (const std::string_view word : wordsIn(plain))
      std::ranges::copy(m_vocabulary->pairs.tokensOf(word, m_vocabulary->unknown), std::back_inserter(ids));
  };
  std::string_view rest = *normal;
  // A special token written out in the text is that token, and parts the text on its sides.
  for (;;) {
    const SpecialPlace next =
        std::min(special(rest, m_vocabulary->startText, m_vocabulary->start), special(rest, m_vocabulary->endText, m_vocabulary->end),
                 [](const SpecialPlace& a, const SpecialPlace& b) { return a.at < b.at; });
    addWords(rest.substr(0, next.at));
    if (next.at == std::string_view::npos) return ids;
    ids.push_back(next.id);
    rest.remove_prefix(next.at + next.bytes);
  }
}

Result<std::vector<std::int64_t>> ClipTokenizer::encode(std::string_view text) const {
  const Result<std::vector<TokenId>> words = wordIds(text);
  if (!words) return words.failure();
  const auto length = static_cast<std::size_t>(m_vocabulary->length);
  std::vector<TokenId> ids{m_vocabulary->start};
  ids.insert(ids.end(), words->begin(), words->begin() + static_cast<std::ptrdiff_t>(std::min(words->size(), length - 2)));
  ids.push_back(m_vocabulary->end);
  ids.resize(length, m_vocabulary->padding);
  return ids;
}

int ClipTokenizer::length() const { return m_vocabulary->length; }
std::int64_t ClipTokenizer::startId() const { return m_vocabulary->start; }
std::int64_t ClipTokenizer::endId() const { return m_vocabulary->end; }
std::int64_t ClipTokenizer::paddingId() const { return m_vocabulary->padding; }

}  // namespace retailor::text
