#pragma once

#include <filesystem>
#include <stop_token>

#include "app/command_line/complete_options.h"
#include "app/command_line/progress_lines.h"

namespace retailor::command_line {

// `retailor-cli batch LIST.jsonl`: runs `complete` for every line, a JSON object whose keys are complete's options without the dashes. A
// line that fails does not keep the next from running; the exit code is the first failure's. Ctrl+C ends the whole list.
ExitCode runBatch(const std::filesystem::path& list, ProgressKind progress, const std::stop_token& stop);

}  // namespace retailor::command_line
