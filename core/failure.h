#pragma once

#include <string>
#include <utility>

namespace retailor {

// What went wrong, as far as a caller has to tell cases apart. The command line's exit codes follow from it (docs: README).
enum class FailureKind {
  BadInput,        // a file or value the user gave cannot be used
  MissingWeights,  // a weight file is absent or was refused
  OutOfMemory,     // the work does not fit in memory
  CannotWrite,     // a folder or disk refused the result
  Internal,        // anything else; a mistake of ours
};

// One sentence for the user that says what is wrong and what to do, naming the file where one is at fault. UTF-8.
struct Failure {
  FailureKind kind = FailureKind::Internal;
  std::string sentence;
};

inline Failure badInput(std::string sentence) { return {FailureKind::BadInput, std::move(sentence)}; }
inline Failure cannotWrite(std::string sentence) { return {FailureKind::CannotWrite, std::move(sentence)}; }

}  // namespace retailor
