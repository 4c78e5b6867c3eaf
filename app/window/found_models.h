#pragma once

#include "ui/preferences/models/model_source.h"

namespace retailor::app {

// What the window's Models page is told: the search for models, the check of `retailor-cli models check`, the downloads of `models fetch`.
ui::ModelSource modelSource();

}  // namespace retailor::app
