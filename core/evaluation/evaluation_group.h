#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/completion/body_region.h"
#include "core/result.h"

namespace retailor::evaluation {

struct GroupReference {
  completion::BodyRegion region = completion::BodyRegion::WholeBody;
  std::filesystem::path file;
  std::optional<std::filesystem::path> mask;
};

// One test of a benchmark: a picture that is also the truth, the hole cut into it, and what to fill it from. Files, not yet read.
struct EvaluationGroup {
  std::string id;  // the folder's name
  std::filesystem::path source;
  std::filesystem::path mask;
  std::vector<GroupReference> references;  // by name; perhaps none
  std::filesystem::path prompt;            // empty: none
};

// The groups' folders in `folder`/groups, or in `folder` itself where it has no such folder, by name. Hidden ones are passed over.
// BadInput: it cannot be read, or holds no folder.
Result<std::vector<std::filesystem::path>> groupFolders(const std::filesystem::path& folder);

// Finds source, mask, reference, ref_mask and prompt.txt in a group's folder. Pictures may end in any suffix that Retailor reads.
// reference-REGION[-N] is tagged (reference alone: whole-body), its mask is ref_mask-REGION[-N]; "_" counts as "-", case does not count.
// Other files are passed over. BadInput names what is missing, there twice, or of no known region.
Result<EvaluationGroup> readGroup(const std::filesystem::path& folder);

// The picture in `folder` that has this name without its suffix, exactly; empty: none. BadInput when there are two.
Result<std::filesystem::path> pictureNamed(const std::filesystem::path& folder, const std::string& stem);

}  // namespace retailor::evaluation
