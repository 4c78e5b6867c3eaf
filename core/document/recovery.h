#pragma once

#include <QDateTime>
#include <filesystem>
#include <vector>

#include "core/document/project_reader.h"

namespace retailor::document {

// Where autosave keeps its journals for this user, one folder for each open document.
std::filesystem::path recoveryFolder();

// A document whose program ended without closing it.
struct Recoverable {
  std::filesystem::path journal;
  std::filesystem::path projectFile;  // where the user had it saved; empty when nowhere
  QDateTime lastWritten;
};

// Journals that dead programs left in `folder`, newest first. Those with nothing in them are cleared away.
std::vector<Recoverable> findRecoverable(const std::filesystem::path& folder);

// The document of a journal. What is missing of references, layers and candidates is left out with a note; BadInput without its photo. Any
// thread. Keep the journal until the recovered document's own autosave has written it.
Result<ReadProject> readRecovery(const std::filesystem::path& journal);

// Removes a journal, recovered or not wanted. One in use stays.
void discardRecovery(const std::filesystem::path& journal);

}  // namespace retailor::document
