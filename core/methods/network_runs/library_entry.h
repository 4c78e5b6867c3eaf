#pragma once

#include "core/completion/library_stamp.h"
#include "core/methods/network_runs/network_runs.h"

namespace retailor::network_runs {

// What the library retailor-networks exports for methods: the run of a key into `outcome`. False when the program's stamp is not the
// library's, or there is no such run.
using LibraryEntry = bool (*)(const char* stamp, const char* key, const completion::CompletionRequest& request,
                              completion::CompletionListener& listener, const std::stop_token& stop,
                              completion::CompletionOutcome* outcome);
constexpr const char* libraryEntryName = "retailor_run_network";

// Likewise for what the method of a key would be given.
using PreparedInputsEntry = bool (*)(const char* stamp, const char* key, const completion::CompletionRequest& request,
                                     const std::stop_token& stop, Result<completion::PreparedInputs>* inputs);
constexpr const char* preparedInputsEntryName = "retailor_prepare_for_network";

}  // namespace retailor::network_runs
