#pragma once

#include <string>
#include <vector>

#include "core/regions/schemes/parsing_scheme.h"

namespace retailor::regions {

// The scheme of a parser that tells its class names, by id: a known one where at least four in five of them are called alike, else one made
// of the names, in which those that are unknown count as skin. A name may list several ("top, t-shirt, sweatshirt"); case and separators do
// not matter. Names that are numbers only ("LABEL_4") say nothing: then 18 are ATR's and 47 Fashionpedia's. `parser` names it in the title.
ParsingScheme schemeOfNames(const std::vector<std::string>& names, const std::string& parser);

}  // namespace retailor::regions
