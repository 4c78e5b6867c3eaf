#pragma once

#include "ui/regions/parser_source.h"

namespace retailor::app {

// What the window is told of human parsers: those in the model folders, and their maps, made in the networks' library.
ui::ParserSource parserSource();

}  // namespace retailor::app
