#include "ui/window/file_menu.h"

#include <QFileInfo>

#include "ui/controls/theme.h"
#include "ui/export/export_dialog.h"

namespace retailor::ui {

FileMenu::FileMenu(OpenDocument& open, DocumentFiles& files, CloseGuard& guard, RecentFiles& recent, Prompts& prompts, ActionTable& table,
                   QWidget* window)
    : QMenu(tr("&File"), window), m_open(open), m_files(files), m_guard(guard), m_recent(recent), m_prompts(prompts), m_window(window) {
  setObjectName(QStringLiteral("fileMenu"));
  addActions(table);
  connect(&recent, &RecentFiles::changed, this, &FileMenu::listRecent);
  connect(&files, &DocumentFiles::opened, &recent, &RecentFiles::add);
  connect(&files, &DocumentFiles::saved, &recent, &RecentFiles::add);
  connect(&open, &OpenDocument::documentReplaced, this, &FileMenu::enableForDocument);
  listRecent();
  enableForDocument();
}

void FileMenu::addActions(ActionTable& table) {
  const auto add = [&](const char* name, const QString& text, const QKeySequence& keys, const char* icon, auto&& act) {
    QAction* action = table.add(QString::fromLatin1(name), text, tr("File"), keys, QString::fromLatin1(icon));
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    return action;
  };
  add("file_open", tr("&Open…"), QKeySequence::Open, "open", [this] { askAndOpen(); });
  m_recentMenu = addMenu(themeIcon(QStringLiteral("recent")), tr("Open &recent"));
  addSeparator();
  m_needDocument << add("file_save", tr("&Save"), QKeySequence::Save, "save", [this] { save(false); });
  m_needDocument << add("file_save_as", tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), "", [this] { save(true); });
  m_needDocument << add("file_export", tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), "export", [this] { exportPicture(); });
  addSeparator();
  add("file_quit", tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), "", [this] { m_window->close(); });
}

void FileMenu::enableForDocument() {
  for (QAction* action : m_needDocument) action->setEnabled(m_open.document() != nullptr);
}

void FileMenu::listRecent() {
  m_recentMenu->clear();
  for (const QString& file : m_recent.files())
    connect(m_recentMenu->addAction(QFileInfo(file).fileName()), &QAction::triggered, this, [this, file] { openSafely(file); });
  m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
  if (m_recentMenu->isEmpty()) return;
  m_recentMenu->addSeparator();
  connect(m_recentMenu->addAction(tr("Clear the list")), &QAction::triggered, &m_recent, &RecentFiles::clear);
}

void FileMenu::askAndOpen() {
  const QString folder = m_open.photoPath().isEmpty() ? QString() : QFileInfo(m_open.photoPath()).path();
  const QString file = m_prompts.openFile(m_window, tr("Open a photo or project"), folder, DocumentFiles::anyFilter());
  if (!file.isEmpty()) openSafely(file);
}

void FileMenu::openSafely(const QString& file) {
  m_guard.whenSafe([this, file] { m_files.open(file); });
}

void FileMenu::save(bool askAlways) {
  const QString file = projectFileToSave(m_open, m_prompts, m_window, askAlways);
  if (!file.isEmpty()) m_files.save(file);
}

void FileMenu::exportPicture() {
  auto* dialog = new ExportDialog(m_open, m_prompts, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace retailor::ui
