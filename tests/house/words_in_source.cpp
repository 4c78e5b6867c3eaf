#include "tests/house/words_in_source.h"

#include <regex>

namespace retailor::house {
namespace {

std::string placeOf(const SourceFile& file, std::size_t position) { return file.path + ":" + std::to_string(lineOf(file.text, position)); }

// Adds a finding per match in `searched`, the file's code or its text.
void addMatches(Findings& findings, const SourceFile& file, const std::string& searched, const std::regex& pattern,
                const std::string& words) {
  for (std::sregex_iterator found(searched.begin(), searched.end(), pattern), end; found != end; ++found)
    findings.push_back(placeOf(file, static_cast<std::size_t>(found->position())) + " " + words + ": " + found->str());
}

bool writesToTerminal(const std::string& path) { return path.starts_with("app/") || path.starts_with("tests/"); }

bool isCode(const SourceFile& file, std::size_t position) { return file.code[position] != ' '; }

}  // namespace

Findings emptyNames(const std::vector<SourceFile>& files) {
  static const std::regex path(R"((^|[/_])(utils?|helpers?|managers?|common|misc)(?=[/_.]))");
  static const std::regex type(R"(\b(class|struct)\s+\w*(Util|Utils|Helper|Helpers|Manager|Common|Misc)\b)");
  Findings findings;
  for (const auto& file : files) {
    if (std::regex_search(file.path, path)) findings.push_back(file.path + " has a name that says nothing");
    addMatches(findings, file, file.code, type, "declares a type whose name says nothing");
  }
  return findings;
}

Findings leftovers(const std::vector<SourceFile>& files) {
  static const std::regex promise(R"(\b(TODO|FIXME|XXX|HACK)\b)");
  static const std::regex debug(R"(\b(qDebug|qInfo)\s*\()");
  static const std::regex terminal(R"(\bstd::(cout|cerr|clog)\b|\bf?printf\s*\()");
  Findings findings;
  for (const auto& file : files) {
    if (file.path.starts_with("tests/house/")) continue;  // it names what it looks for
    addMatches(findings, file, file.text, promise, "keeps a promise to ourselves");
    addMatches(findings, file, file.code, debug, "prints debug output");
    if (!writesToTerminal(file.path)) addMatches(findings, file, file.code, terminal, "writes to the terminal");
  }
  return findings;
}

Findings untranslatedWords(const std::vector<SourceFile>& files) {
  static const std::regex call(
      R"(\b(setText|setWindowTitle|setToolTip|setStatusTip|setWhatsThis|setPlaceholderText|setTitle|setLabelText|setInformativeText|)"
      R"(setAccessibleName|setAccessibleDescription|setSuffix|setPrefix|setSpecialValueText|addAction|addMenu|addItem|addTab|addRow|)"
      R"(showMessage|QLabel|QPushButton|QToolButton|QAction|QGroupBox|QCheckBox|QRadioButton|QMenu)(?:\s+\w+)?\s*[({]\s*)"
      R"((?:QStringLiteral\s*\(\s*|QString::fromUtf8\s*\(\s*|QLatin1String(?:View)?\s*\(\s*|QString\s*[({]\s*)?)"
      R"((?:u8|u)?"[^"\n]*[A-Za-z]{2}[^"\n]*")");
  Findings findings;
  for (const auto& file : files)
    for (std::sregex_iterator found(file.text.begin(), file.text.end(), call), end; found != end; ++found)
      if (const auto position = static_cast<std::size_t>(found->position()); isCode(file, position))
        findings.push_back(placeOf(file, position) + " shows words without tr(): " + found->str());
  return findings;
}

}  // namespace retailor::house
