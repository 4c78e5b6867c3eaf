#include "ui/window/crash_safety.h"

#include <QLocale>

#include "core/document/autosave.h"
#include "ui/controls/background.h"

namespace retailor::ui {

namespace {

QString sentenceAbout(const document::Recoverable& lost) {
  const QString when = QLocale().toString(lost.lastWritten, QLocale::ShortFormat);
  const QString file = QString::fromStdString(lost.projectFile.filename().string());
  if (file.isEmpty()) return CrashSafety::tr("Retailor was ended before a photo was saved. Its state of %1 can be brought back.").arg(when);
  return CrashSafety::tr("Retailor was ended before “%1” was saved. Its state of %2 can be brought back.").arg(file, when);
}

}  // namespace

CrashSafety::CrashSafety(OpenDocument& open, DocumentFiles& files, std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_open(open), m_files(files), m_folder(std::move(folder)) {
  if (m_folder.empty()) return;
  connect(&open, &OpenDocument::documentReplaced, this, &CrashSafety::guardOpenDocument);
  connect(&files, &DocumentFiles::saved, this, &CrashSafety::projectSaved);
  connect(&files, &DocumentFiles::recovered, this, [this] {
    if (m_lost.empty()) return;
    m_recovered = m_lost.front().journal;
    m_lost.erase(m_lost.begin());
    connect(m_autosave.get(), &document::Autosave::written, this, &CrashSafety::forgetRecovered, Qt::SingleShotConnection);
    tellNext();
  });
}

CrashSafety::~CrashSafety() = default;

void CrashSafety::guardOpenDocument() {
  m_autosave.reset();
  m_recovered.clear();
  if (!m_open.document()) return;
  m_autosave = std::make_unique<document::Autosave>(*m_open.document(), m_folder);
  if (!m_open.projectPath().isEmpty()) m_autosave->projectOpened(m_open.projectPath().toStdString());
  connect(m_autosave.get(), &document::Autosave::failed, this, &CrashSafety::failed);
}

void CrashSafety::projectSaved(const QString& file) {
  if (m_autosave && m_open.projectPath() == file) m_autosave->projectSaved(file.toStdString());
}

void CrashSafety::lookForLostWork() {
  if (m_folder.empty()) return;
  using Lost = std::vector<document::Recoverable>;
  inBackground<Lost>(
      this, [folder = m_folder] { return document::findRecoverable(folder); },
      [this](Lost lost) {
        m_lost = std::move(lost);
        tellNext();
      });
}

void CrashSafety::tellNext() { Q_EMIT found(m_lost.empty() ? QString() : sentenceAbout(m_lost.front())); }

void CrashSafety::recover() {
  if (!m_lost.empty()) m_files.recover(m_lost.front());
}

void CrashSafety::discard() {
  if (m_lost.empty()) return;
  remove(m_lost.front().journal);
  m_lost.erase(m_lost.begin());
  tellNext();
}

// Not before: until then the journal is the only copy.
void CrashSafety::forgetRecovered() { remove(std::exchange(m_recovered, {})); }

void CrashSafety::remove(const std::filesystem::path& journal) {
  if (!journal.empty()) QThreadPool::globalInstance()->start([journal] { document::discardRecovery(journal); });
}

}  // namespace retailor::ui
