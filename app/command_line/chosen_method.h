#pragma once

#include <memory>

#include "app/command_line/complete_options.h"
#include "app/methods_library.h"
#include "core/completion/completion_request.h"

namespace retailor::command_line {

// Where the options and the user's preferences say that weights are.
completion::ModelFolders modelFoldersOf(const CompleteOptions& options);

// The method that the request's settings name, able to do what it asks. BadInput: there is none, it would silently ignore one of the
// options, or there are too many references. MissingWeights: what it lacks, and where that was looked for.
Result<std::shared_ptr<completion::CompletionMethod>> chosenMethod(const CompleteOptions& options,
                                                                   const completion::CompletionRequest& request,
                                                                   const Result<app::Methods>& methods);

}  // namespace retailor::command_line
