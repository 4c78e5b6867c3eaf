#include "ui/regions/parts_export.h"

#include <QDir>
#include <QFileInfo>

#include "core/completion/hash.h"
#include "core/regions/filing/filed_regions.h"

namespace retailor::ui {

namespace {

Result<std::size_t> writtenParts(const document::DocumentState& state, const std::string& source, const std::filesystem::path& folder) {
  regions::PartsOrigin origin{source, "retailor", {}};
  if (state.photo) origin.photoSha256 = completion::sha256Of(state.photo->pixels);
  const auto files = regions::filedRegions(regions::planeOf(state.regions, state.mask.size()), state.regions, origin);
  if (!files) return files.failure();
  if (auto good = regions::writeInto(folder, *files); !good) return good.failure();
  return files->size();
}

}  // namespace

PartsExport::PartsExport(OpenDocument& open, Prompts& prompts, QWidget* window)
    : QObject(window), m_open(open), m_prompts(prompts), m_window(window), m_work(this) {}

void PartsExport::ask() {
  if (!m_open.document()) return;
  if (m_open.document()->state().regions.empty())
    return Q_EMIT failed(tr("No part is marked on the photo yet. Mark one with a tool, or bring in a parsing map."));
  const QString beside = m_open.photoPath().isEmpty() ? QString() : QFileInfo(m_open.photoPath()).path();
  const QString folder = m_prompts.chooseFolder(m_window, tr("A folder for the masks of the parts"), beside);
  if (!folder.isEmpty()) write(folder);
}

void PartsExport::write(const QString& folder) {
  if (!m_open.document()) return;
  m_work.start<Result<std::size_t>>(
      [state = m_open.document()->state(), source = QFileInfo(m_open.photoPath()).fileName().toStdString(),
       to = std::filesystem::path(folder.toStdU16String())](const std::stop_token&) { return writtenParts(state, source, to); },
      [this, folder](const Result<std::size_t>& files) {
        Q_EMIT busyChanged(false);
        if (!files) return Q_EMIT failed(QString::fromStdString(files.failure().sentence));
        Q_EMIT noted(tr("%n files with the marked parts were written into %1.", nullptr, static_cast<int>(*files))
                         .arg(QDir::toNativeSeparators(folder)));
      });
  Q_EMIT busyChanged(true);
}

}  // namespace retailor::ui
