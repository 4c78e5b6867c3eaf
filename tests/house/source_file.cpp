#include "tests/house/source_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace retailor::house {
namespace {

namespace fs = std::filesystem;

// Where the comment or literal that opens at `start` ends (one past it); `start` itself if none opens there.
class Literals {
 public:
  explicit Literals(const std::string& text) : m_text(text) {}

  std::size_t endOfComment(std::size_t start) const {
    if (opens("//", start)) return std::min(m_text.find('\n', start), m_text.size());
    if (opens("/*", start)) return after("*/", start + 2);
    return start;
  }

  std::size_t endOfLiteral(std::size_t start) const {
    if (opens("R\"", start) && !partOfWord(start)) return endOfRawString(start);
    if (m_text[start] == '"') return endOfQuoted(start, '"');
    if (m_text[start] == '\'' && !partOfWord(start)) return endOfQuoted(start, '\'');  // not the ' of 1'000
    return start;
  }

 private:
  bool opens(const char* mark, std::size_t at) const { return m_text.compare(at, 2, mark) == 0; }

  bool partOfWord(std::size_t at) const { return at > 0 && std::isalnum(static_cast<unsigned char>(m_text[at - 1])) && !isPrefix(at - 1); }

  // The u, U, L or 8 of u8"...", not the end of a longer word.
  bool isPrefix(std::size_t at) const {
    if (m_text[at] == '8') return at > 0 && m_text[at - 1] == 'u';
    return (m_text[at] == 'u' || m_text[at] == 'U' || m_text[at] == 'L') &&
           (at == 0 || !std::isalnum(static_cast<unsigned char>(m_text[at - 1])));
  }

  std::size_t after(const std::string& mark, std::size_t from) const {
    const auto found = m_text.find(mark, from);
    return found == std::string::npos ? m_text.size() : found + mark.size();
  }

  std::size_t endOfRawString(std::size_t start) const {
    const auto bracket = m_text.find('(', start);
    if (bracket == std::string::npos) return m_text.size();
    const std::string tag = m_text.substr(start + 2, bracket - start - 2);
    return after(std::string(1, ')').append(tag).append(1, '"'), bracket);
  }

  std::size_t endOfQuoted(std::size_t start, char quote) const {
    std::size_t at = start + 1;
    while (at < m_text.size() && m_text[at] != quote && m_text[at] != '\n') at += m_text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, m_text.size());
  }

  const std::string& m_text;
};

void blank(std::string& code, std::size_t from, std::size_t to) {
  for (auto at = from; at < to; ++at)
    if (code[at] != '\n') code[at] = ' ';
}

std::string blanked(const std::string& text) {
  const Literals literals(text);
  std::string code = text;
  for (std::size_t at = 0; at < text.size();) {
    const auto comment = literals.endOfComment(at);
    const auto literal = comment > at ? at : literals.endOfLiteral(at);
    if (comment > at) blank(code, at, comment);
    if (literal > at + 1) blank(code, at + 1, literal - 1);  // the quotes stay
    at = std::max({comment, literal, at + 1});
  }
  return code;
}

bool isSource(const fs::path& path) { return path.extension() == ".h" || path.extension() == ".cpp"; }

}  // namespace

SourceFile sourceFile(std::string path, std::string text) {
  std::string code = blanked(text);
  return {std::move(path), std::move(text), std::move(code)};
}

std::string readText(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<SourceFile> readSources(const fs::path& root, const std::vector<std::string>& folders) {
  std::vector<SourceFile> files;
  for (const auto& folder : folders) {
    if (!fs::is_directory(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
      if (entry.is_regular_file() && isSource(entry.path()))
        files.push_back(sourceFile(fs::relative(entry.path(), root).generic_string(), readText(entry.path())));
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

int lineOf(const std::string& text, std::size_t position) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

int lineCount(const std::string& text) {
  const auto ends = static_cast<int>(std::ranges::count(text, '\n'));
  return text.empty() || text.back() == '\n' ? ends : ends + 1;
}

std::string joined(const Findings& findings) {
  std::string text;
  for (const auto& finding : findings) text.append("\n  ").append(finding);
  return text;
}

}  // namespace retailor::house
