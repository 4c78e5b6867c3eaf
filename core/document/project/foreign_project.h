#pragma once

#include <filesystem>

#include "core/document/project/zip_reader.h"
#include "core/document/project_reader.h"

namespace retailor::document {

// An OpenRaster file by another program: its merged picture as the photo of a new document, with a note that its layers stay behind.
Result<ReadProject> readForeign(const ZipReader& zip, const std::filesystem::path& file);

}  // namespace retailor::document
