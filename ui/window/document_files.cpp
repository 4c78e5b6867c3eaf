#include "ui/window/document_files.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include "core/document/project_reader.h"
#include "core/document/project_writer.h"
#include "core/image/read_photo.h"
#include "ui/controls/background.h"

namespace retailor::ui {

namespace {

std::filesystem::path asPath(const QString& file) { return std::filesystem::path(file.toStdU16String()); }

// Enough of a document to tell whether anything was done to it since.
struct Moment {
  QPointer<document::Document> document;
  int undoIndex = 0;
  document::Id lastId = 0;

  explicit Moment(document::Document& d) : document(&d), undoIndex(d.undoStack().index()), lastId(d.state().lastId) {}
  bool stillNow() const { return document && document->undoStack().index() == undoIndex && document->state().lastId == lastId; }
};

}  // namespace

DocumentFiles::DocumentFiles(OpenDocument& open, QObject* parent) : QObject(parent), m_open(open) {}

QString DocumentFiles::photoFilter() { return tr("Photos (*.png *.jpg *.jpeg *.tif *.tiff *.webp)"); }
QString DocumentFiles::projectFilter() { return tr("Projects (*.ora)"); }
QString DocumentFiles::anyFilter() {
  return tr("Photos and projects (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.ora)") + QStringLiteral(";;") + photoFilter() +
         QStringLiteral(";;") + projectFilter() + QStringLiteral(";;") + tr("All files (*)");
}

void DocumentFiles::begin(const QString& what) {
  m_busy = true;
  Q_EMIT busyChanged(what);
}

void DocumentFiles::end() {
  m_busy = false;
  Q_EMIT busyChanged({});
}

void DocumentFiles::open(const QString& file) {
  if (m_busy) return;
  begin(tr("Opening %1…").arg(QFileInfo(file).fileName()));
  if (QFileInfo(file).suffix().compare(QLatin1String("ora"), Qt::CaseInsensitive) == 0)
    openProject(file);
  else
    openPhoto(file);
}

void DocumentFiles::openPhoto(const QString& file) {
  using Read = Result<std::shared_ptr<const image::Photo>>;
  inBackground<Read>(
      this,
      [file]() -> Read {
        auto photo = image::readPhoto(asPath(file));
        if (!photo) return photo.failure();
        return std::make_shared<const image::Photo>(std::move(*photo));
      },
      [this, file](Read photo) {
        end();
        if (!photo) return Q_EMIT failed(QString::fromStdString(photo.failure().sentence));
        m_open.replace(document::Document::fromPhoto(*photo, QFileInfo(file).fileName().toStdString()), file, {});
        Q_EMIT opened(file);
        tellNotes((*photo)->notes);
      });
}

void DocumentFiles::openProject(const QString& file) {
  // Shared, because a result that big should not be copied on its way through the queue.
  using Read = std::shared_ptr<Result<document::ReadProject>>;
  inBackground<Read>(
      this, [file] { return std::make_shared<Result<document::ReadProject>>(document::readProject(asPath(file))); },
      [this, file](const Read& project) {
        end();
        if (!*project) return Q_EMIT failed(QString::fromStdString(project->failure().sentence));
        m_open.replace(std::make_unique<document::Document>(std::move((*project)->state)), file, file);
        Q_EMIT opened(file);
        tellNotes((*project)->notes);
      });
}

void DocumentFiles::recover(const document::Recoverable& lost) {
  if (m_busy) return;
  begin(tr("Recovering unsaved work…"));
  const QString file = QString::fromStdString(lost.projectFile.string());
  using Read = std::shared_ptr<Result<document::ReadProject>>;
  inBackground<Read>(
      this, [journal = lost.journal] { return std::make_shared<Result<document::ReadProject>>(document::readRecovery(journal)); },
      [this, file](const Read& project) {
        end();
        if (!*project) return Q_EMIT failed(QString::fromStdString(project->failure().sentence));
        auto document = std::make_unique<document::Document>(std::move((*project)->state));
        document->markUnsaved();
        const QString photo = QDir::home().filePath(QString::fromStdString(document->state().photoName));
        m_open.replace(std::move(document), file.isEmpty() ? photo : file, file);
        Q_EMIT recovered();
        tellNotes((*project)->notes);
      });
}

void DocumentFiles::tellNotes(const std::vector<std::string>& notes) {
  for (const std::string& note : notes) Q_EMIT noted(QString::fromStdString(note));
}

void DocumentFiles::save(const QString& file) {
  if (m_busy || !m_open.document()) return;
  begin(tr("Saving %1…").arg(QFileInfo(file).fileName()));
  const Moment moment(*m_open.document());
  inBackground<Result<void>>(
      this, [file, state = m_open.document()->state()] { return document::writeProject(state, asPath(file)); },
      [this, file, moment](const Result<void>& written) {
        end();
        if (!written) return Q_EMIT failed(QString::fromStdString(written.failure().sentence));
        if (moment.document && moment.document == m_open.document()) m_open.setProjectPath(file);
        if (moment.stillNow()) moment.document->markSaved();
        Q_EMIT saved(file);
      });
}

}  // namespace retailor::ui
