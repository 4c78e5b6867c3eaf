#pragma once

#include <QObject>
#include <functional>

#include "ui/controls/prompts.h"
#include "ui/run/run_session.h"
#include "ui/window/document_files.h"
#include "ui/window/open_document.h"

namespace retailor::ui {

// Stands before whatever makes the open document go away: asks to save what was changed, cancels a run and waits for its end without
// blocking, then goes on. Main thread.
class CloseGuard : public QObject {
  Q_OBJECT

 public:
  CloseGuard(OpenDocument& open, DocumentFiles& files, RunSession& session, Prompts& prompts, QWidget* window);

  // Calls `then`, at once or later; never when the user cancels, saving fails or a file is being read or written. A newer call replaces one
  // that still waits.
  void whenSafe(std::function<void()> then);

 private:
  void afterSaving();
  void afterRun();

  OpenDocument& m_open;
  DocumentFiles& m_files;
  RunSession& m_session;
  Prompts& m_prompts;
  QWidget* m_window;
  std::function<void()> m_then;
  bool m_saving = false;
};

// Where to save the document: its project file, or what the user says; empty when cancelled.
QString projectFileToSave(const OpenDocument& open, Prompts& prompts, QWidget* window, bool askAlways);

}  // namespace retailor::ui
