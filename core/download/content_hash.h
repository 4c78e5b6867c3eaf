#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace retailor::download {

// What a file's content must hash to. A hub names large files by SHA-256 (64 digits) and small ones by Git's object id (40 digits: SHA-1 of
// "blob LENGTH\0" and the content).
struct ContentHash {
  std::string digits;  // lower-case hex; empty: not known
  bool isKnown() const { return digits.size() == 64 || digits.size() == 40; }
};

// From an ETag header, with or without quotes and "W/"; unknown when it is no such hash.
ContentHash hashInTag(const std::string& tag);

// The file's hash of the same kind; nothing when it cannot be read.
std::optional<ContentHash> hashOf(const std::filesystem::path& file, const ContentHash& likeThis);

}  // namespace retailor::download
