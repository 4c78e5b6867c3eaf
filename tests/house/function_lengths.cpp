#include "tests/house/function_lengths.h"

#include <regex>

namespace retailor::house {
namespace {

// What the brace after a head opens, at namespace or class level.
enum class Opens { Scope, Function, Initialiser };

bool isDirective(const std::string& code, std::size_t lineStart) {
  const auto first = code.find_first_not_of(" \t", lineStart);
  return first != std::string::npos && code[first] == '#';
}

// Preprocessor lines, with those they go on in, hold braces that pair with nothing.
std::string withoutDirectives(std::string code) {
  bool blanking = false;
  for (std::size_t start = 0; start < code.size();) {
    auto end = code.find('\n', start);
    if (end == std::string::npos) end = code.size();
    blanking = blanking || isDirective(code, start);
    const bool goesOn = end > start && code[end - 1] == '\\';
    if (blanking) code.replace(start, end - start, end - start, ' ');
    blanking = blanking && goesOn;
    start = end + 1;
  }
  return code;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

std::string withoutFirst(const std::regex& skipped, std::string text) {
  for (std::string before; before != text;) {
    before = text;
    text = std::regex_replace(text, skipped, "", std::regex_constants::format_first_only);
  }
  return text;
}

// Access labels and macros stand before a member but are no part of it.
std::string withoutLabels(const std::string& head) {
  static const std::regex label(
      R"(^((public|private|protected|Q_SIGNALS|(public|private|protected)\s+Q_SLOTS)\s*:(?!:)|Q_OBJECT\b|Q_GADGET\b|Q_[A-Z_]+\([^)]*\))\s*)");
  return withoutFirst(label, head);
}

// Attributes and template heads say nothing about what a brace opens.
std::string withoutPreface(const std::string& head) {
  static const std::regex preface(R"(^(\[\[[^\]]*\]\]|inline\b|template\s*<[^{;]*?>(?=\s*[A-Za-z_\[:~]))\s*)");
  return withoutFirst(preface, withoutLabels(head));
}

Opens whatOpens(const std::string& wholeHead) {
  static const std::regex scope(R"(^(typedef\s+)?(namespace|class|struct|union|enum|extern)\b[^()]*(\([^()]*\)[^()]*)?$)");
  static const std::regex tail(R"((\)|\bconst|\bnoexcept|\boverride|\bfinal|\bmutable|\btry|&)$)");
  static const std::regex trailingType(R"(\)[^()]*->[^()]*$)");
  static const std::regex memberInitialiser(R"(\)\s*(noexcept\s*)?:(?!:)[\s\S]*[\w>]$)");
  const std::string head = withoutPreface(wholeHead);
  if (std::regex_search(head, scope)) return Opens::Scope;
  if (std::regex_search(head, memberInitialiser)) return Opens::Initialiser;
  if (std::regex_search(head, tail) || std::regex_search(head, trailingType)) return Opens::Function;
  return Opens::Initialiser;
}

std::string nameIn(const std::string& wholeHead) {
  static const std::regex name(R"(((?:[\w~]+(?:<[^<>]*>)?::)*(?:operator\s*[^\s\w(]+|operator\s*\(\)|~?\w+))\s*\()");
  std::smatch found;
  const std::string head = withoutPreface(wholeHead);
  return std::regex_search(head, found, name) ? found[1].str() : head.substr(0, 40);
}

class Walk {
 public:
  explicit Walk(const SourceFile& file) : m_path(file.path), m_code(withoutDirectives(file.code)) {}

  std::vector<FunctionLength> all() {
    for (; m_at < m_code.size(); ++m_at) step(m_code[m_at]);
    return std::move(m_found);
  }

 private:
  void step(char character) {
    if (character == '{')
      open();
    else if (character == '}' || (character == ';' && m_round == 0))
      startHead();
    else
      m_head += character;
    m_round += character == '(' ? 1 : character == ')' ? -1 : 0;
  }

  void startHead() {
    m_head.clear();
    m_headStart = m_at + 1;
  }

  void open() {
    const std::string head = trimmed(m_head);
    const Opens opens = m_round > 0 ? Opens::Initialiser : whatOpens(head);
    if (opens == Opens::Scope) return startHead();
    const auto end = matchingBrace(m_at);
    if (opens == Opens::Function) note(head, end);
    m_at = end;
    if (opens == Opens::Function) return startHead();
    m_head += ")";  // stands for the initialiser's braces: a constructor's body may follow
  }

  void note(const std::string& head, std::size_t end) {
    const std::size_t labels = head.size() - withoutLabels(head).size();
    const int first = lineOf(m_code, m_code.find_first_not_of(" \t\n", m_headStart) + labels);
    m_found.push_back({m_path, nameIn(head), first, lineOf(m_code, end) - first + 1});
  }

  std::size_t matchingBrace(std::size_t open) const {
    int depth = 0;
    for (auto at = open; at < m_code.size(); ++at) {
      depth += m_code[at] == '{' ? 1 : m_code[at] == '}' ? -1 : 0;
      if (depth == 0) return at;
    }
    return m_code.size() - 1;
  }

  std::string m_path;
  std::string m_code;
  std::string m_head;  // what was read since the last ; { or }
  std::size_t m_headStart = 0;
  std::size_t m_at = 0;
  int m_round = 0;
  std::vector<FunctionLength> m_found;
};

}  // namespace

std::vector<FunctionLength> functionLengths(const SourceFile& file) { return Walk(file).all(); }

}  // namespace retailor::house
