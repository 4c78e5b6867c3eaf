#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace retailor::text {

// NFC, every run of white space one space, lower case letter by letter. BadInput when the text is not UTF-8.
Result<std::string> normalText(std::string_view text);

// The words of a normal text: contractions ('s 't 're 've 'm 'll 'd), runs of letters, single digits, runs of anything else but space.
// Views into it.
std::vector<std::string_view> wordsIn(std::string_view normal);

}  // namespace retailor::text
