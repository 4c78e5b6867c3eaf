#pragma once

#include "core/completion/completion_method.h"

namespace retailor::models {

// How the method "inpaint" presents itself.
completion::MethodTraits inpaintTraits();

}  // namespace retailor::models
