#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

#include "core/result.h"

namespace retailor::weights {

// A file's bytes in memory, read only, from the disk when they are looked at. Shared by all the tensors in it.
// The system ends a program that looks at bytes which another program has cut off meanwhile; unchanged() tells before a long read.
class MappedFile {
 public:
  // MissingWeights when the file is absent, a folder, a device or a pipe, or cannot be opened. Symbolic links are followed: the hub cache is made
  // of them.
  static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& file);

  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return m_bytes; }
  bool unchanged() const;  // in size, since it was opened

 private:
  MappedFile(int descriptor, std::span<const std::byte> bytes) : m_descriptor(descriptor), m_bytes(bytes) {}

  int m_descriptor;
  std::span<const std::byte> m_bytes;
};

}  // namespace retailor::weights
