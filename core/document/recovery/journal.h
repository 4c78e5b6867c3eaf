#pragma once

#include <QByteArray>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/document/document_state.h"
#include "core/document/recovery/journal_lock.h"
#include "core/result.h"

namespace retailor::document {

// What changed of a document since the journal last heard of it. The mask travels as its changed rectangles only, so that taking a snapshot
// costs the window nothing to speak of.
struct JournalEntry {
  enum class Extent { Pictures, Everything, NothingToRecover };
  struct MaskPart {
    image::Rect rect;
    QByteArray runs;  // coverage_runs.h
  };

  Extent extent = Extent::Everything;
  DocumentState state;              // its mask is not used
  std::vector<MaskPart> maskParts;  // oldest first
  std::string projectFile;          // UTF-8; empty when never saved
};

// The folder that a document is written to while it is open: files of its own, each replaced as a whole, so that at any moment it holds
// some state of the document. Locked as long as it lives; removed by its destructor, which a crash does not run. One thread at a time.
class Journal {
 public:
  // Makes a folder of its own inside `folder`.
  static Result<std::unique_ptr<Journal>> create(const std::filesystem::path& folder, image::Size photo);
  ~Journal();
  Journal(const Journal&) = delete;

  Result<void> write(const JournalEntry& entry);
  const std::filesystem::path& folder() const { return m_folder; }

 private:
  Journal(std::filesystem::path folder, JournalLock lock, image::Size photo);
  Result<void> writePictures(const DocumentState& state);
  Result<void> writeMask();
  Result<void> writeText(std::string_view name, const std::string& text);
  void removeWhatIsNotIn(const DocumentState& state);

  std::filesystem::path m_folder;
  JournalLock m_lock;
  mask::Mask m_mask;
  bool m_maskWritten = false;
  std::map<std::string, std::shared_ptr<const void>, std::less<>>
      m_pictures;  // by file; held, so that no other comes to lie at that address
  std::map<std::string, std::string, std::less<>> m_texts;
};

}  // namespace retailor::document
