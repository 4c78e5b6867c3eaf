#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <filesystem>
#include <memory>

#include "core/document/document.h"
#include "core/document/recovery/journal.h"

namespace retailor::document {

// Keeps an open document safe from crashes and power cuts: a second after a change it is on its way to disk, so that at most two seconds of
// edits are lost. Lives on the main thread as long as the document; writes on a thread of its own, never into the user's files. Its
// destructor is the clean end: nothing is left to recover. It does not wait for a write under way; the program's end does (QThreadPool).
// See recovery.h for the other side.
class Autosave : public QObject {
  Q_OBJECT

 public:
  // Writes below `folder`, usually recoveryFolder(). A document already modified (a recovered one) is written at once.
  Autosave(Document& document, std::filesystem::path folder, QObject* parent = nullptr);
  ~Autosave() override;

  // The document's own file has been written, or it was opened from there. With no edits since, there is nothing to recover.
  void projectSaved(const std::filesystem::path& file);
  void projectOpened(const std::filesystem::path& file);
  // How long a change may wait for others before it is written; a second unless told.
  void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }

 Q_SIGNALS:
  void written();
  void failed(const QString& sentence);  // once, until writing works again

 private:
  void heard(const DocumentChange& change);
  void send(JournalEntry::Extent extent);
  void tell(const Result<void>& outcome);

  Document& m_document;
  const std::filesystem::path m_folder;
  const image::Size m_photoSize;
  std::string m_projectFile;
  image::Rect m_maskChanged;
  std::chrono::milliseconds m_delay{1000};
  QTimer m_soon;
  bool m_failing = false;

  struct Writer;
  std::shared_ptr<Writer> m_writer;
};

}  // namespace retailor::document
