#pragma once

#include <QMenu>

#include "ui/controls/prompts.h"
#include "ui/window/action_table.h"
#include "ui/window/close_guard.h"
#include "ui/window/recent_files.h"

namespace retailor::ui {

// File: open, recent files, save, export, quit. `window` is the parent of dialogs and is closed by Quit.
class FileMenu : public QMenu {
  Q_OBJECT

 public:
  FileMenu(OpenDocument& open, DocumentFiles& files, CloseGuard& guard, RecentFiles& recent, Prompts& prompts, ActionTable& table,
           QWidget* window);

  void askAndOpen();                     // photo or project
  void openSafely(const QString& file);  // after asking about the document that is open

 private:
  void addActions(ActionTable& table);
  void listRecent();
  void save(bool askAlways);
  void exportPicture();
  void enableForDocument();

  OpenDocument& m_open;
  DocumentFiles& m_files;
  CloseGuard& m_guard;
  RecentFiles& m_recent;
  Prompts& m_prompts;
  QWidget* m_window;
  QMenu* m_recentMenu = nullptr;
  QList<QAction*> m_needDocument;
};

}  // namespace retailor::ui
