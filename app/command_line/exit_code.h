#pragma once

#include "core/failure.h"

namespace retailor::command_line {

// What the shell sees. Fixed by the README: scripts depend on it.
enum class ExitCode { Done = 0, Other = 1, BadUsage = 2, MissingWeights = 3, OutOfMemory = 4, Cancelled = 5 };

inline ExitCode exitCodeOf(FailureKind kind) {
  switch (kind) {
    case FailureKind::BadInput: return ExitCode::BadUsage;
    case FailureKind::MissingWeights: return ExitCode::MissingWeights;
    case FailureKind::OutOfMemory: return ExitCode::OutOfMemory;
    case FailureKind::CannotWrite:
    case FailureKind::Internal: return ExitCode::Other;
  }
  return ExitCode::Other;
}

}  // namespace retailor::command_line
