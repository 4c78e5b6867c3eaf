#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

#include "app/command_line/complete_command.h"
#include "app/command_line/evaluation/evaluate_options.h"
#include "core/completion/completion_request.h"
#include "core/evaluation/evaluation_group.h"

namespace retailor::command_line {

// What every group's run has in common.
struct EvaluationPlan {
  const EvaluateOptions& options;
  completion::CompletionSettings settings;
  completion::ModelFolders models;
  const MethodsToCome& methods;
};

// The picture to be measured of a group.
struct GroupPicture {
  std::filesystem::path file;
  std::optional<double> seconds;  // that making it took, where known
  bool reused = false;
};

// Where a group's files go: --out/groups/<id>.
std::filesystem::path outputFolderOf(const EvaluateOptions& options, const std::string& id);

// The group's result: the one that an earlier evaluation left in its output folder, where the same inputs, settings and models made it,
// else made now, with its recipe beside it. BadInput names the file that cannot be used; whatever the method fails with. Nothing:
// cancelled.
Result<std::optional<GroupPicture>> completedGroup(const EvaluationPlan& plan, const evaluation::EvaluationGroup& group,
                                                   const std::shared_ptr<completion::CompletionListener>& listener,
                                                   const std::stop_token& stop);

// The picture of that group made elsewhere: <id>.png, <id>/result.png or groups/<id>/result.png in `folder`, or other suffixes.
Result<std::optional<GroupPicture>> pictureMadeElsewhere(const std::filesystem::path& folder, const std::string& id);

}  // namespace retailor::command_line
