#pragma once

#include "core/document/project/document_outline.h"
#include "core/document/project/zip_reader.h"

namespace retailor::document {

// The document of an outline with its pictures read from the zip: every one a PNG of exactly the size, channels and depth that the outline
// asks for, all together within ProjectLimits::bytesDecoded. BadInput otherwise. Notes on missing metadata join the outline's.
Result<DocumentState> withPictures(DocumentOutline& outline, const ZipReader& zip);

}  // namespace retailor::document
