#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

#include "core/result.h"

namespace retailor::weights {

// A file's bytes in memory, read only, from the disk when they are looked at. Shared by all the tensors in it.
// The file must not be cut while it is mapped: the system ends a program that looks at bytes which are no longer there. Downloads are
// therefore put in place whole, by renaming, which leaves a mapped file as it was.
class MappedFile {
 public:
  // MissingWeights when the file is absent, a folder, a device or a pipe, or cannot be opened. Symbolic links are followed: the hub cache
  // is made of them.
  static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& file);

  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return m_bytes; }

 private:
  MappedFile(int descriptor, std::span<const std::byte> bytes) : m_descriptor(descriptor), m_bytes(bytes) {}

  int m_descriptor;
  std::span<const std::byte> m_bytes;
};

}  // namespace retailor::weights
