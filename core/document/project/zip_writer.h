#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/image/photo.h"
#include "core/result.h"

namespace retailor::document {

enum class Packing { Stored, Deflated };

struct ZipEntry {
  std::string name;
  image::Bytes bytes;
  Packing packing = Packing::Stored;
};

// A zip file in memory, its entries in the order given. Stopped or refused by libzip: CannotWrite or Internal.
Result<image::Bytes> zipped(const std::vector<ZipEntry>& entries, const std::stop_token& stop);

Failure stoppedWriting();

}  // namespace retailor::document
