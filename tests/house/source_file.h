#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace retailor::house {

// One of our own source files: its path from the root of the clone, its text, and the same text with comments, and the insides of
// strings and characters, blanked out. Both texts have the same length and the same lines.
struct SourceFile {
  std::string path;
  std::string text;
  std::string code;
};

// For a check's own test: a file that is on no disk.
SourceFile sourceFile(std::string path, std::string text);

// Every .h and .cpp below the given folders of the clone, sorted by path.
std::vector<SourceFile> readSources(const std::filesystem::path& root, const std::vector<std::string>& folders);

std::string readText(const std::filesystem::path& file);
int lineOf(const std::string& text, std::size_t position);  // counted from 1
int lineCount(const std::string& text);

// A sentence per thing found, ready to print.
using Findings = std::vector<std::string>;
std::string joined(const Findings& findings);

}  // namespace retailor::house
