#pragma once

#include <string>
#include <vector>

#include "tests/house/source_file.h"

namespace retailor::house {

// Files, folders and types whose name says nothing: utils, helper, manager, common, misc.
Findings emptyNames(const std::vector<SourceFile>& files);

// Debug output and promises to ourselves, left in the code. Command line programs may write to std::cout.
Findings leftovers(const std::vector<SourceFile>& files);

// Words for the user handed to a widget without tr(); sees literals in the call itself.
Findings untranslatedWords(const std::vector<SourceFile>& files);

}  // namespace retailor::house
