#include "ui/references/dropped_files.h"

#include <QDir>
#include <QImage>
#include <QMimeData>
#include <QTemporaryDir>
#include <QUrl>

namespace retailor::ui {

namespace {

QString savedPicture(const QImage& picture) {
  static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/retailor-dropped-XXXXXX"));  // removed when the program ends
  static int count = 0;
  const QString file = folder.filePath(QStringLiteral("dropped-%1.png").arg(++count));
  return !picture.isNull() && picture.save(file) ? file : QString();
}

}  // namespace

bool carriesPictures(const QMimeData* data) {
  if (data->hasImage()) return true;
  const auto urls = data->urls();
  return std::ranges::any_of(urls, [](const QUrl& url) { return url.isLocalFile(); });
}

QStringList droppedFiles(const QMimeData* data) {
  QStringList files;
  for (const QUrl& url : data->urls())
    if (url.isLocalFile()) files.append(url.toLocalFile());
  if (!files.isEmpty() || !data->hasImage()) return files;
  const QString saved = savedPicture(qvariant_cast<QImage>(data->imageData()));
  return saved.isEmpty() ? QStringList() : QStringList{saved};
}

}  // namespace retailor::ui
