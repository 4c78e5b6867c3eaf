#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string_view>

#include "core/result.h"

namespace retailor::weights {

using ZipEntries = std::map<std::string_view, std::span<const std::byte>>;

// Where the files of a zip archive lie in its bytes (PKWARE's APPNOTE 6.3, with zip64). Only stored, unencrypted entries, as torch.save
// writes them: their bytes are used where they are, which a general zip library does not offer. At most 100,000 entries, no name twice,
// each within the archive. The checksums are not computed: that would read gigabytes. `file` is for the sentence.
Result<ZipEntries> readZipDirectory(std::span<const std::byte> bytes, const std::filesystem::path& file);

}  // namespace retailor::weights
