#pragma once

#include <filesystem>
#include <stop_token>

#include "core/document/document_state.h"
#include "core/result.h"

namespace retailor::document {

// Writes an OpenRaster file that Krita and GIMP open with its layers (photo lowest, accepted results over it), with retailor/ entries for
// mask, references, candidates, settings, profile, metadata. Atomic. Takes seconds for large photos: call it on a worker with a copy of
// the state. Stopped: CannotWrite, nothing changed.
Result<void> writeProject(const DocumentState& state, const std::filesystem::path& file, std::stop_token stop = {});

}  // namespace retailor::document
