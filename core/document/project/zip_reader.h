#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/image/photo.h"
#include "core/result.h"

struct zip;

namespace retailor::document {

// A zip file from anywhere, open for reading. Its directory is checked as a whole when opening (names, doubles, number, sizes, ways of
// packing), and no entry is read beyond the size it declares. Names are only ever compared, never used as paths. One thread at a time.
class ZipReader {
 public:
  static Result<ZipReader> open(const std::filesystem::path& file);

  bool has(std::string_view name) const { return m_indexes.contains(name); }
  // BadInput when the entry is missing, larger than `most`, or damaged.
  Result<image::Bytes> read(std::string_view name, std::uint64_t most) const;
  // “project.ora”, for sentences.
  const std::string& quotedName() const { return m_quotedName; }

 private:
  struct Close {
    void operator()(zip* archive) const;
  };

  Result<void> checkDirectory(std::uint64_t fileBytes);

  std::unique_ptr<zip, Close> m_archive;
  std::string m_quotedName;
  std::map<std::string, std::uint64_t, std::less<>> m_indexes;
};

}  // namespace retailor::document
