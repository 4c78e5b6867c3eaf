#pragma once

#include <QObject>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/document/recovery.h"
#include "ui/window/document_files.h"
#include "ui/window/open_document.h"

namespace retailor::document {
class Autosave;
}

namespace retailor::ui {

// Keeps the open document safe from a crash, and brings back what an earlier crash left. Main thread; reads and writes on workers.
class CrashSafety : public QObject {
  Q_OBJECT

 public:
  // Journals lie below `folder` (document::recoveryFolder()); an empty one switches this off.
  CrashSafety(OpenDocument& open, DocumentFiles& files, std::filesystem::path folder, QObject* parent = nullptr);
  ~CrashSafety() override;

  void lookForLostWork();  // the answer is found()
  void recover();          // opens what found() told of, in place of the open document
  void discard();          // removes it for good

 Q_SIGNALS:
  void found(const QString& sentence);  // the newest work that a crash left and nobody decided on yet; empty: none
  void failed(const QString& sentence);

 private:
  void guardOpenDocument();
  void projectSaved(const QString& file);
  void tellNext();
  void forgetRecovered();
  static void remove(const std::filesystem::path& journal);

  OpenDocument& m_open;
  DocumentFiles& m_files;
  const std::filesystem::path m_folder;
  std::unique_ptr<document::Autosave> m_autosave;
  std::vector<document::Recoverable> m_lost;  // newest first
  std::filesystem::path m_recovered;          // what the open document came from, until its own autosave has written it
};

}  // namespace retailor::ui
