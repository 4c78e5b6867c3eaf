#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "core/result.h"

namespace retailor::weights {

// A file being written beside the place it is meant for, and renamed there by finish(): it appears whole or not at all. Gone again when
// dropped before. Failures are CannotWrite, name the file, and say why.
class NewFile {
 public:
  static Result<NewFile> create(const std::filesystem::path& target);
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();

  Result<void> write(std::span<const std::byte> bytes);
  Result<void> finish();

 private:
  NewFile(std::filesystem::path target, std::string temporary, int descriptor);

  std::filesystem::path m_target;
  std::string m_temporary;  // empty once renamed
  int m_descriptor = -1;
};

}  // namespace retailor::weights
