#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/completion/library_stamp.h"
#include "core/methods/network_method.h"

namespace retailor::methods {

using MethodList = std::vector<std::shared_ptr<completion::CompletionMethod>>;

// The one function that the library exports: adds every method to `list`, or returns false when the program's stamp is not the library's.
// `door` is how methods with networks reach the library that holds them; only the program opens libraries.
using LibraryEntry = bool (*)(const char* stamp, const NetworkDoor& door, MethodList* list);
constexpr const char* libraryEntryName = "retailor_methods";

}  // namespace retailor::methods
