#include "ui/window/close_guard.h"

#include <QFileInfo>
#include <QWidget>
#include <utility>

namespace retailor::ui {

CloseGuard::CloseGuard(OpenDocument& open, DocumentFiles& files, RunSession& session, Prompts& prompts, QWidget* window)
    : QObject(window), m_open(open), m_files(files), m_session(session), m_prompts(prompts), m_window(window) {
  connect(&files, &DocumentFiles::saved, this, [this] {
    if (std::exchange(m_saving, false)) afterSaving();
  });
  connect(&files, &DocumentFiles::failed, this, [this] {
    if (std::exchange(m_saving, false)) m_then = nullptr;
  });
  connect(&session, &RunSession::runFinished, this, &CloseGuard::afterRun, Qt::QueuedConnection);
}

void CloseGuard::whenSafe(std::function<void()> then) {
  if (m_files.busy()) return;
  m_then = std::move(then);
  const document::Document* document = m_open.document();
  if (!document || !document->isModified()) return afterSaving();
  switch (m_prompts.saveChanges(m_window, QString::fromStdString(document->state().photoName))) {
    case SaveAnswer::Discard: return afterSaving();
    case SaveAnswer::Cancel: m_then = nullptr; return;
    case SaveAnswer::Save: break;
  }
  const QString file = projectFileToSave(m_open, m_prompts, m_window, false);
  m_saving = !file.isEmpty();
  if (m_saving)
    m_files.save(file);
  else
    m_then = nullptr;
}

void CloseGuard::afterSaving() {
  if (!m_session.running()) return afterRun();
  m_session.cancel();
}

void CloseGuard::afterRun() {
  if (m_saving || m_session.running()) return;
  if (const auto then = std::exchange(m_then, nullptr)) then();
}

QString projectFileToSave(const OpenDocument& open, Prompts& prompts, QWidget* window, bool askAlways) {
  if (!askAlways && !open.projectPath().isEmpty()) return open.projectPath();
  const QFileInfo photo(open.projectPath().isEmpty() ? open.photoPath() : open.projectPath());
  const QString suggestion = photo.path() + QLatin1Char('/') + photo.completeBaseName() + QStringLiteral(".ora");
  QString file = prompts.saveFile(window, CloseGuard::tr("Save project"), suggestion, DocumentFiles::projectFilter());
  if (!file.isEmpty() && QFileInfo(file).suffix().isEmpty()) file += QStringLiteral(".ora");
  return file;
}

}  // namespace retailor::ui
