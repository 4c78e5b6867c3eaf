#pragma once

#include <string>

#include "core/document/document_state.h"

namespace retailor::document {

// OpenRaster's list of layers, topmost first: the accepted results, then the photo
// (https://www.openraster.org/baseline/layer-stack-spec.html).
std::string stackXml(const DocumentState& state);

}  // namespace retailor::document
