#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/methods/network_method.h"

namespace retailor::methods {

// What crosses the line between the program and the methods' library are C++ types, so both must be of one build. Release, compiler and the
// sizes of those types stand for it.
inline std::string libraryStamp() {
  std::string stamp = "retailor-methods 1, " __VERSION__;
  for (const std::size_t size :
       {sizeof(completion::CompletionRequest), sizeof(completion::CompletionSettings), sizeof(completion::TaggedReference),
        sizeof(completion::Candidate), sizeof(completion::MethodTraits), sizeof(image::Photo)})
    stamp += ' ' + std::to_string(size);
  return stamp;
}

using MethodList = std::vector<std::shared_ptr<completion::CompletionMethod>>;

// The one function that the library exports: adds every method to `list`, or returns false when the program's stamp is not the library's.
// `runNetwork` is how methods with networks reach the library that holds them; only the program opens libraries.
using LibraryEntry = bool (*)(const char* stamp, const RunNetwork& runNetwork, MethodList* list);
constexpr const char* libraryEntryName = "retailor_methods";

}  // namespace retailor::methods
