#include "core/neural/text/byte_pairs.h"

#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "core/neural/text/byte_letters.h"
#include "core/neural/text/word_merger.h"
#include "core/neural/weights/refusal.h"
#include "core/neural/weights/settings_json.h"

namespace retailor::text {
namespace {

using Json = nlohmann::json;

constexpr std::string_view wordEnd = "</w>";
constexpr std::size_t mostMerges =
    48'894;  // CLIP's: 49152 tokens less 256 bytes and 2 specials; what follows in its merges.txt is not used

Result<std::unordered_map<std::string, TokenId>> idsIn(const Json& vocabulary, const std::filesystem::path& file) {
  std::unordered_map<std::string, TokenId> ids;
  for (const auto& [token, id] : vocabulary.items()) {
    if (!id.is_number_unsigned() || id.get<std::uint64_t>() > 10'000'000)
      return weights::refused(file, "the id of “" + weights::shown(token) + "” is not a number");
    ids[token] = id.get<TokenId>();
  }
  return ids;
}

}  // namespace

Result<BytePairs> BytePairs::read(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(folder / "vocab.json", ignored) && std::filesystem::exists(folder / "tokenizer.json", ignored))
    return readSingleFile(folder / "tokenizer.json");
  const Result<Json> vocabulary = weights::readSettings(folder / "vocab.json");
  if (!vocabulary) return vocabulary.failure();
  auto ids = idsIn(*vocabulary, folder / "vocab.json");
  if (!ids) return ids.failure();
  BytePairs pairs;
  pairs.m_ids = *std::move(ids);
  if (auto merges = pairs.readMerges(folder / "merges.txt"); !merges) return merges.failure();
  pairs.findByteTokens();
  return pairs;
}

// {"model": {"vocab": {token: id}, "merges": ["a b" or ["a", "b"], …]}}
Result<BytePairs> BytePairs::readSingleFile(const std::filesystem::path& file) {
  const Result<Json> settings = weights::readSettings(file);
  if (!settings) return settings.failure();
  const Json model = settings->value("model", Json::object());
  const Json vocabulary = model.is_object() ? model.value("vocab", Json()) : Json();
  if (!vocabulary.is_object() || !model.contains("merges") || !model["merges"].is_array())
    return weights::refused(file, "it holds no byte-pair vocabulary");
  auto ids = idsIn(vocabulary, file);
  if (!ids) return ids.failure();
  BytePairs pairs;
  pairs.m_ids = *std::move(ids);
  for (const Json& merge : model["merges"]) {
    const std::string text = merge.is_string() ? merge.get<std::string>() : std::string();
    const bool isPair = merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string();
    const std::size_t space = text.find(' ');
    if (!isPair && space == std::string::npos) return weights::refused(file, "one of its merges is not a pair");
    const auto added = isPair ? pairs.addMerge(merge[0].get<std::string>(), merge[1].get<std::string>(), file)
                              : pairs.addMerge(text.substr(0, space), text.substr(space + 1), file);
    if (!added) return added.failure();
  }
  pairs.findByteTokens();
  return pairs;
}

// The first line is a comment on the version.
Result<void> BytePairs::readMerges(const std::filesystem::path& file) {
  const Result<std::string> text = weights::readSettingsText(file);
  if (!text) return text.failure();
  std::istringstream lines(*text);
  std::string line;
  std::getline(lines, line);
  while (m_merges.size() < mostMerges && std::getline(lines, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::size_t space = line.find(' ');
    if (space == std::string::npos) return weights::refused(file, "its line “" + weights::shown(line) + "” is not a pair");
    if (auto added = addMerge(std::string_view(line).substr(0, space), std::string_view(line).substr(space + 1), file); !added)
      return added;
  }
  return {};
}

Result<void> BytePairs::addMerge(std::string_view first, std::string_view second, const std::filesystem::path& file) {
  const auto left = idOf(first), right = idOf(second), whole = idOf(std::string(first) + std::string(second));
  if (!left || !right || !whole)
    return weights::refused(
        file, "the vocabulary lacks a part of its pair “" + weights::shown(std::string(first) + " " + std::string(second)) + "”");
  m_merges.try_emplace({*left, *right}, Merge{static_cast<std::uint32_t>(m_merges.size()), *whole});
  return {};
}

void BytePairs::findByteTokens() {
  const auto letters = byteLetters();
  for (std::size_t byte = 0; byte < letters.size(); ++byte) {
    m_byte[byte] = idOf(letters[byte]);
    m_lastByte[byte] = idOf(letters[byte] + std::string(wordEnd));
  }
}

std::optional<TokenId> BytePairs::idOf(std::string_view token) const {
  const auto found = m_ids.find(std::string(token));
  return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

const BytePairs::Merge* BytePairs::mergeOf(TokenId first, TokenId second) const {
  const auto found = m_merges.find({first, second});
  return found == m_merges.end() ? nullptr : &found->second;
}

std::vector<TokenId> BytePairs::tokensOf(std::string_view word, TokenId unknown) const {
  std::vector<TokenId> symbols;
  for (const char letter : word) symbols.push_back(m_byte[static_cast<unsigned char>(letter)].value_or(unknown));
  symbols.back() = m_lastByte[static_cast<unsigned char>(word.back())].value_or(unknown);
  return WordMerger(*this, std::move(symbols)).merged();
}

}  // namespace retailor::text
