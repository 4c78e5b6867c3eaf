#pragma once

#include <filesystem>
#include <vector>

#include "app/command_line/evaluation/score_group.h"
#include "core/evaluation/contact_sheet.h"
#include "core/result.h"

namespace retailor::command_line {

// Contact sheets of an evaluation, written page by page: contact-sheet.png, contact-sheet-2.png, …
class SheetPages {
 public:
  explicit SheetPages(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  Result<void> add(const evaluation::GroupScore& score, const ScoredPictures& pictures);
  // Writes the last page and takes away those that an earlier, longer evaluation left. The pages' files.
  Result<std::vector<std::filesystem::path>> finish();

 private:
  std::filesystem::path pageFile(std::size_t page) const;
  Result<void> writePage();

  std::filesystem::path m_folder;
  evaluation::ContactSheet m_page;
  std::vector<std::filesystem::path> m_written;
};

}  // namespace retailor::command_line
