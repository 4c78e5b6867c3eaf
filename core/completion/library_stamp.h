#pragma once

#include <string>

#include "core/completion/completion_method.h"

namespace retailor::completion {

// What crosses the line between the program and the libraries of methods are C++ types, so all must be of one build. Release, compiler and
// the sizes of those types stand for it.
inline std::string libraryStamp() {
  std::string stamp = "retailor-methods 3, " __VERSION__;
  for (const std::size_t size : {sizeof(CompletionRequest), sizeof(CompletionSettings), sizeof(TaggedReference), sizeof(Candidate),
                                 sizeof(MethodTraits), sizeof(image::Photo)})
    stamp += ' ' + std::to_string(size);
  return stamp;
}

}  // namespace retailor::completion
